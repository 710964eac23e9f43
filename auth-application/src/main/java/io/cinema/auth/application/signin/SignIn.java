package io.cinema.auth.application.signin;

import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.login.Origin;
import java.time.Duration;

/** Signs a person in by login or e-mail and password. */
public interface SignIn {

  /**
   * What somebody typed.
   *
   * @param loginOrEmail as typed; anything that cannot be a login or an e-mail belongs to nobody
   */
  record Command(String loginOrEmail, Password password, Origin origin) {}

  /** What came of it. */
  sealed interface Result {}

  /** The password was right. */
  record Proved(Opening opening) implements Result {}

  /**
   * Unknown login, wrong password or an account without one: the same answer after the same work.
   */
  record InvalidCredentials() implements Result {}

  /** Too many guesses; whether this one was right was not looked at, or is not told. */
  record Throttled(Duration retryAfter) implements Result {}

  Result signIn(Command command);
}
