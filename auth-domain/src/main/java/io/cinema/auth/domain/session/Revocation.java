package io.cinema.auth.domain.session;

import io.cinema.auth.domain.account.UserId;
import java.time.Instant;

/**
 * Access tokens of one user that are dead before they expire.
 *
 * @param until when the last of them has expired by itself, so that the revocation can be forgotten
 */
public record Revocation(UserId user, Subject subject, Instant until) {

  /** Which of the user's tokens. */
  public sealed interface Subject {}

  /** The one token with this {@code jti}. */
  public record Token(String jti) implements Subject {}

  /** Every token of one session, by {@code sid}. */
  public record Device(SessionId session) implements Subject {}

  /** Every token whose {@code ver} is lower. */
  public record Below(long version) implements Subject {}
}
