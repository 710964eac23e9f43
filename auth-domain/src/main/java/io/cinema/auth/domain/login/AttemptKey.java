package io.cinema.auth.domain.login;

import io.cinema.auth.domain.account.UserId;

/** What wrong guesses are counted under. */
public record AttemptKey(AttemptKind kind, Subject subject) {

  /** At whose expense. */
  public sealed interface Subject {

    /** One word for it, unlike that of any other; to be stored hashed. */
    default String word() {
      return switch (this) {
        case Account(UserId user) -> "account:" + user;
        case Name(String canonical) -> "name:" + canonical;
        case Address(String block) -> "address:" + block;
      };
    }
  }

  /** An account, however it was named. */
  public record Account(UserId user) implements Subject {}

  /**
   * A name that nobody has: counted as an account is, or the difference would tell.
   *
   * @param canonical the same for all its spellings
   */
  public record Name(String canonical) implements Subject {
    @Override
    public String toString() {
      // Whoever puts their password into the wrong field does not want to find it in a log.
      return "Name";
    }
  }

  /**
   * Where guesses come from.
   *
   * @param block see {@link AddressBlock}
   */
  public record Address(String block) implements Subject {}
}
