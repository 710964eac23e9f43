package io.cinema.auth.domain.token;

import io.cinema.auth.domain.account.AccountState;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.role.RoleName;
import io.cinema.auth.domain.session.Session;
import io.cinema.auth.domain.session.SessionId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * The claims of an access token to be signed, RFC 9068 section 2.2 and ours: {@code sid}, {@code
 * ver}, {@code roles}, {@code superuser}. Times are whole seconds (RFC 7519 NumericDate).
 */
public record AccessTokenClaims(
    AccessTokenTerms terms,
    String jti,
    UserId user,
    SessionId session,
    long version,
    Instant issuedAt,
    Instant expiresAt,
    Instant authTime,
    Set<Amr> amr,
    Set<RoleName> roles,
    boolean superuser) {

  public static AccessTokenClaims of(
      AccessTokenTerms terms, String jti, Session session, AccountState account, Instant now) {
    Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
    return new AccessTokenClaims(
        terms,
        jti,
        session.user(),
        session.id(),
        account.tokenVersion(),
        issuedAt,
        issuedAt.plus(terms.life()),
        session.authTime().truncatedTo(ChronoUnit.SECONDS),
        session.amr(),
        account.roles(),
        account.superuser());
  }
}
