package io.cinema.auth.domain.mfa;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.secret.SealedBytes;
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

  /** One that waits for its first code. */
  public static TotpEnrolment begun(UserId user, SealedBytes secret, Instant now) {
    return new TotpEnrolment(user, secret, now, null, 0);
  }

  public boolean confirmed() {
    return confirmedAt != null;
  }

  /** Turned on by a code of this step. */
  public TotpEnrolment confirmedBy(long step, Instant now) {
    return new TotpEnrolment(user, secret, createdAt, now, step);
  }
}
