package io.cinema.auth.domain.mfa;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.secret.SealedBytes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's authenticator app.
 *
 * @param secret sealed for this user
 * @param confirmedAt when a first code proved that the app has the secret, and the factor was
 *     turned on; null until then
 * @param lastStep the time step of the last code that was accepted, see {@link TotpCheck}
 */
public record TotpEnrolment(
    UserId user,
    SealedBytes secret,
    Instant createdAt,
    @Nullable Instant confirmedAt,
    long lastStep) {

  /** How long one that was begun waits for its first code. */
  public static final Duration PATIENCE = Duration.ofMinutes(15);

  /** One that waits for its first code. */
  public static TotpEnrolment begun(UserId user, SealedBytes secret, Instant now) {
    return new TotpEnrolment(user, secret, now, null, 0);
  }

  public boolean confirmed() {
    return confirmedAt != null;
  }

  /**
   * Whether its first code may still come. Whoever began it has proved who they are, once: that is
   * worth nothing for ever after.
   */
  public boolean waitsAt(Instant now) {
    return !confirmed() && now.isBefore(createdAt.plus(PATIENCE));
  }

  /** Turned on by a code of this step. */
  public TotpEnrolment confirmedBy(long step, Instant now) {
    return new TotpEnrolment(user, secret, createdAt, now, step);
  }
}
