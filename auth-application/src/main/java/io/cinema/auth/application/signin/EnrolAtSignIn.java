package io.cinema.auth.application.signin;

import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.mfa.Provisioning;
import io.cinema.auth.domain.mfa.RecoveryCode;
import io.cinema.auth.domain.mfa.TotpCode;
import io.cinema.auth.domain.secret.Secret;
import java.time.Duration;
import java.util.List;

/**
 * The second step of a sign-in for somebody who must have a second factor and has none: they set
 * one up, and may do nothing else until it is there.
 */
public interface EnrolAtSignIn {

  /** What came of beginning. */
  sealed interface Beginning {}

  /** Shown once; beginning again makes another. */
  record Begun(Provisioning provisioning) implements Beginning {}

  /** What came of the first code. */
  sealed interface Result {}

  /**
   * The factor is on, and the person signed in.
   *
   * @param recoveryCodes shown once
   */
  record Enrolled(IssuedTokens tokens, List<RecoveryCode> recoveryCodes) implements Result {}

  /** The code is wrong; the token can be shown again. */
  record WrongCode() implements Result {}

  /** Nothing was begun that a code could confirm. */
  record NotBegun() implements Result {}

  /** Too many guesses; nobody looked whether this one was right. */
  record Throttled(Duration retryAfter) implements Result {}

  /**
   * The token is none of ours, expired, used, older than a change of the account, or for an account
   * that need not enrol, or not from this user agent.
   */
  record DeadToken() implements Beginning, Result {}

  Beginning begin(Secret mfaToken, Origin origin);

  Result confirm(Secret mfaToken, TotpCode code, Origin origin);
}
