package io.cinema.auth.application.account;

import io.cinema.auth.application.proof.ProofFailure;
import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a password, or sets the first one. Every access token issued so far dies, the other
 * sessions end; this one goes on with its refresh token.
 */
public interface ChangePassword {

  /**
   * What is wanted.
   *
   * @param current null for an account that has none: a fresh sign-in stands for it
   */
  record Command(
      VerifiedAccessToken token, Origin origin, @Nullable Password current, Password chosen) {}

  /** What came of it. */
  sealed interface Result {}

  record Changed() implements Result {}

  record Unproved(ProofFailure why) implements Result {}

  /** The account is gone, or the token died meanwhile. */
  record Gone() implements Result {}

  /**
   * @throws io.cinema.auth.domain.value.InvalidValueException for field {@code new_password} when
   *     the policy refuses it
   */
  Result change(Command command);
}
