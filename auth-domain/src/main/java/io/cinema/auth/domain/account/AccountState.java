package io.cinema.auth.domain.account;

import io.cinema.auth.domain.role.RoleName;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether an account gets tokens and what they say: service information, no personal
 * data.
 *
 * @param tokenVersion the lowest {@code ver} of an access token that still counts; only ever rises
 * @param disabledAt when an administrator disabled the account, or null while it is enabled
 * @param totpEnabled whether a confirmed second factor stands
 */
public record AccountState(
    UserId id,
    boolean superuser,
    long tokenVersion,
    @Nullable Instant disabledAt,
    boolean totpEnabled,
    AllowedAgents allowedAgents,
    Set<RoleName> roles) {

  public AccountState {
    roles = Set.copyOf(roles);
  }

  /** The state of an account just made: enabled, version 1, no roles. */
  public static AccountState fresh(UserId id) {
    return new AccountState(id, false, 1, null, false, AllowedAgents.ANY, Set.of());
  }

  /** Kills every access token issued so far. */
  public AccountState withRaisedVersion() {
    return new AccountState(
        id, superuser, tokenVersion + 1, disabledAt, totpEnabled, allowedAgents, roles);
  }

  public AccountState withAllowedAgents(AllowedAgents agents) {
    return new AccountState(id, superuser, tokenVersion, disabledAt, totpEnabled, agents, roles);
  }

  /** Takes the account out of use from then on, or, with null, into use again. */
  public AccountState withDisabledAt(@Nullable Instant at) {
    return new AccountState(id, superuser, tokenVersion, at, totpEnabled, allowedAgents, roles);
  }

  public AccountState withSuperuser(boolean isSuperuser) {
    return new AccountState(
        id, isSuperuser, tokenVersion, disabledAt, totpEnabled, allowedAgents, roles);
  }

  /**
   * Whether the token counts no more for this account: it is disabled, or its version was raised. A
   * request can be on its way long after its token was checked.
   */
  public boolean outdates(VerifiedAccessToken token) {
    return disabledAt != null || token.version() < tokenVersion;
  }
}
