package io.cinema.auth.application.account;

import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.token.VerifiedAccessToken;

/**
 * Replaces a password. Every access token issued so far dies, the other sessions end; this one goes
 * on with its refresh token.
 */
public interface ChangePassword {

  record Command(VerifiedAccessToken token, Origin origin, Password current, Password chosen) {}

  /** What came of it. */
  enum Result {
    CHANGED,
    WRONG_PASSWORD,
    /** The account is gone, or the token died meanwhile. */
    GONE
  }

  /**
   * @throws io.cinema.auth.domain.value.InvalidValueException for field {@code new_password} when
   *     the policy refuses it
   */
  Result change(Command command);
}
