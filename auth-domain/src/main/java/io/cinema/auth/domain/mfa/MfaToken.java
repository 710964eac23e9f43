package io.cinema.auth.domain.mfa;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.token.Amr;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What the token says that somebody gets between the two steps of a sign-in, once its signature was
 * found good. Nothing of it is stored: it names the session that it will open, and can open it but
 * once.
 *
 * @param session the id of the session that will be opened
 * @param version the account's {@code ver} when the first factor was proved: what raises it (a new
 *     password, say) makes this token worthless too
 * @param passed how the first factor was proved
 * @param expiresAt in whole seconds
 */
public record MfaToken(
    UserId user, SessionId session, long version, Set<Amr> passed, Instant expiresAt) {
  public static final Duration LIFE = Duration.ofMinutes(5);

  public MfaToken {
    passed = Set.copyOf(passed);
  }

  public boolean livesAt(Instant now) {
    return now.isBefore(expiresAt);
  }
}
