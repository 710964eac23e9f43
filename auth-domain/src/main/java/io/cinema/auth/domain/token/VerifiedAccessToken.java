package io.cinema.auth.domain.token;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.role.RoleName;
import io.cinema.auth.domain.session.SessionId;
import java.time.Instant;
import java.util.Set;

/**
 * An access token that is ours, meant for us and not expired. Only {@link AccessTokenCheck} can
 * make one.
 */
public final class VerifiedAccessToken {
  private final UserId user;
  private final SessionId session;
  private final String jti;
  private final long version;
  private final Instant expiresAt;
  private final Instant authTime;
  private final Set<Amr> amr;
  private final Set<RoleName> roles;
  private final boolean superuser;

  VerifiedAccessToken(
      UserId user,
      SessionId session,
      String jti,
      long version,
      Instant expiresAt,
      Instant authTime,
      Set<Amr> amr,
      Set<RoleName> roles,
      boolean superuser) {
    this.user = user;
    this.session = session;
    this.jti = jti;
    this.version = version;
    this.expiresAt = expiresAt;
    this.authTime = authTime;
    this.amr = Set.copyOf(amr);
    this.roles = Set.copyOf(roles);
    this.superuser = superuser;
  }

  public UserId user() {
    return user;
  }

  public SessionId session() {
    return session;
  }

  public String jti() {
    return jti;
  }

  /** The {@code ver} claim: which generation of the account's tokens this one belongs to. */
  public long version() {
    return version;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public Instant authTime() {
    return authTime;
  }

  public Set<Amr> amr() {
    return amr;
  }

  public Set<RoleName> roles() {
    return roles;
  }

  public boolean superuser() {
    return superuser;
  }

  @Override
  public String toString() {
    return "access token " + jti + " of user " + user;
  }
}
