package io.cinema.auth.application.access;

import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.access.Authority;
import io.cinema.auth.domain.audit.Actor;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.port.RoleGrantRepository;
import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import java.util.Arrays;
import java.util.Map;

public final class AdmitAdministratorService implements AdmitAdministrator {
  private final RoleGrantRepository grants;
  private final AuditTrail trail;

  public AdmitAdministratorService(RoleGrantRepository grants, AuditTrail trail) {
    this.grants = grants;
    this.trail = trail;
  }

  @Override
  public Result admit(VerifiedAccessToken token, Origin from, AdminPermission needed) {
    return grants
        .authority(token.user())
        .filter(account -> !account.disabled())
        .map(account -> admit(account, new Actor.Person(token.user(), from), needed))
        .orElseGet(Refused::new);
  }

  private Result admit(Authority account, Actor actor, AdminPermission needed) {
    PermissionSet held = account.permissions();
    if (held.allows(needed.permission())) {
      return new Admitted(new Administrator(actor, account.superuser(), held));
    }
    // Only of administrators: anybody can knock as often as they like, and fill the trail.
    if (isAdministrator(held)) {
      trail.refused(
          actor,
          AuditAction.ACCESS_DENIED,
          null,
          "permission-missing",
          Map.of("permission", needed.toString()));
    }
    return new Refused();
  }

  private static boolean isAdministrator(PermissionSet held) {
    return Arrays.stream(AdminPermission.values()).anyMatch(any -> held.allows(any.permission()));
  }
}
