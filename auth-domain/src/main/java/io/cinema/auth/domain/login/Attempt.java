package io.cinema.auth.domain.login;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.value.Text;
import java.util.List;

/**
 * One guess, and what it is counted under.
 *
 * @param keys in the order in which they are to be locked
 */
public record Attempt(List<AttemptKey> keys) {

  public Attempt {
    keys = List.copyOf(keys);
  }

  /** A guess at an account's secret. */
  public static Attempt at(AttemptKind kind, UserId user, Origin from) {
    return of(kind, new AttemptKey.Account(user), from);
  }

  /**
   * A guess at the secret of a name that nobody has.
   *
   * @param name as typed, or in any form that is the same for all its spellings
   */
  public static Attempt atName(AttemptKind kind, String name, Origin from) {
    return of(kind, new AttemptKey.Name(Text.canonical(name)), from);
  }

  private static Attempt of(AttemptKind kind, AttemptKey.Subject whose, Origin from) {
    AttemptKey.Address address = new AttemptKey.Address(AddressBlock.of(from.ip()));
    return new Attempt(List.of(new AttemptKey(kind, whose), new AttemptKey(kind, address)));
  }
}
