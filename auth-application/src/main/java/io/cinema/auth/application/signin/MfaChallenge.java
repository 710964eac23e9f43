package io.cinema.auth.application.signin;

import io.cinema.auth.domain.secret.Secret;
import java.time.Duration;
import java.util.Set;

/**
 * What somebody gets whose first factor was right while a second is needed.
 *
 * @param token to be shown with the second factor; opens one session, and nothing else
 * @param life how long it can be used from now
 * @param methods what may be shown with it
 */
public record MfaChallenge(Secret token, Duration life, Set<Method> methods) {

  /** What may be done with the token. */
  public enum Method {
    TOTP,
    RECOVERY_CODE,
    /** Set up an authenticator app, since one is demanded and there is none. */
    TOTP_ENROLMENT
  }

  public MfaChallenge {
    methods = Set.copyOf(methods);
  }
}
