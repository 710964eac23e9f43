package io.cinema.auth.domain.account;

import io.cinema.auth.domain.token.VerifiedAccessToken;
import java.time.Duration;
import java.time.Instant;

/**
 * How recently somebody must have signed in to change what guards their account (RFC 9470).
 *
 * @param maxAge the longest time since {@code auth_time}
 */
public record StepUpPolicy(Duration maxAge) {
  public static final StepUpPolicy DEFAULT = new StepUpPolicy(Duration.ofMinutes(10));

  public StepUpPolicy {
    if (!maxAge.isPositive()) {
      throw new IllegalArgumentException("a fresh sign-in needs a positive greatest age");
    }
  }

  /** Whether the sign-in behind the token is recent enough. */
  public boolean fresh(VerifiedAccessToken token, Instant now) {
    return !token.authTime().plus(maxAge).isBefore(now);
  }
}
