package io.cinema.auth.application.role;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.application.access.Readmission;
import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.session.Lockout;
import io.cinema.auth.application.session.Revoker;
import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.access.AdministrationPolicy;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.port.RoleGrantRepository;
import io.cinema.auth.domain.port.RoleRepository;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.session.Revocation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

public final class AssignRoleService implements AssignRole {
  private final UserRepository users;
  private final RoleRepository roles;
  private final RoleGrantRepository grants;
  private final Readmission readmission;
  private final Lockout lockout;
  private final AuditTrail trail;
  private final Revoker revoker;

  public AssignRoleService(
      UserRepository users,
      RoleRepository roles,
      RoleGrantRepository grants,
      Readmission readmission,
      Lockout lockout,
      AuditTrail trail,
      Revoker revoker) {
    this.users = users;
    this.roles = roles;
    this.grants = grants;
    this.readmission = readmission;
    this.lockout = lockout;
    this.trail = trail;
    this.revoker = revoker;
  }

  @Override
  public Result grant(Administrator by, Command command) {
    return assign(by, command, AuditAction.ROLE_GRANTED, this::grant);
  }

  @Override
  public Result revoke(Administrator by, Command command) {
    return assign(by, command, AuditAction.ROLE_REVOKED, this::revoke);
  }

  /** What is done once user and role are locked and may be touched. */
  @FunctionalInterface
  private interface Change {
    Result make(Act act, User user, Role role);
  }

  /** Who does it, and how to say which tokens die. */
  private record Act(Administrator by, BiConsumer<UserId, Revocation.Subject> dead) {}

  private Result assign(
      Administrator admitted, Command command, AuditAction action, Change change) {
    admitted.require(AdminPermission.ROLES_ASSIGN);
    return revoker.revoking(
        dead -> {
          User user = users.lock(command.user()).orElse(null);
          if (user == null) {
            return new NoSuchUser();
          }
          Role role = roles.lock(command.role()).orElse(null);
          if (role == null) {
            return new NoSuchRole();
          }
          Administrator by = readmission.now(admitted, AdminPermission.ROLES_ASSIGN);
          if (!AdministrationPolicy.mayTouch(by.superuser(), user.state())) {
            refused(by, action, user, role, "superuser");
            return new Untouchable();
          }
          return change.make(new Act(by, dead), user, role);
        });
  }

  private Result grant(Act act, User user, Role role) {
    PermissionSet beyond = AdministrationPolicy.beyond(act.by().permissions(), role.permissions());
    if (!beyond.isEmpty()) {
      refused(act.by(), AuditAction.ROLE_GRANTED, user, role, "beyond-own-permissions");
      return new Beyond(beyond);
    }
    return switch (grants.grant(user.id(), role.id())) {
      case GRANTED -> assigned(act, AuditAction.ROLE_GRANTED, user, role);
      case HELD_ALREADY -> new Assigned();
      case NOT_THERE -> new NoSuchRole();
    };
  }

  private Result revoke(Act act, User user, Role role) {
    return grants.revoke(user.id(), role.id())
        ? assigned(act, AuditAction.ROLE_REVOKED, user, role)
        : new Assigned();
  }

  private Result assigned(Act act, AuditAction action, User user, Role role) {
    lockout.killTokens(user, act.dead());
    trail.done(act.by().actor(), action, AuditTarget.of(user.id()), detail(role));
    return new Assigned();
  }

  private void refused(Administrator by, AuditAction action, User user, Role role, String reason) {
    trail.refused(by.actor(), action, AuditTarget.of(user.id()), reason, detail(role));
  }

  private static Map<String, String> detail(Role role) {
    Map<String, String> detail = new LinkedHashMap<>(RoleDetail.of(role));
    detail.put("role_id", role.id().toString());
    return detail;
  }
}
