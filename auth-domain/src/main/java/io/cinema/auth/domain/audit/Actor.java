package io.cinema.auth.domain.audit;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.Origin;

/** Who did something. */
public sealed interface Actor {

  /** Somebody with an account. */
  record Person(UserId user, Origin origin) implements Actor {}

  /**
   * Somebody at the command line, who has the service's own keys.
   *
   * @param operator the name the operating system knows them by
   */
  record Console(String operator) implements Actor {}
}
