package io.cinema.auth.application.signin;

import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.login.Origin;

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

  record SignedIn(IssuedTokens tokens) implements Result {}

  /**
   * Unknown login, wrong password or an account without one: the same answer after the same work.
   */
  record InvalidCredentials() implements Result {}

  /** The password was right, and the account gate stayed shut. */
  record Refused(GateRefusal why) implements Result {}

  Result signIn(Command command);
}
