package io.cinema.auth.application.role;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.application.access.Readmission;
import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.access.AdministrationPolicy;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.port.RoleRepository;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.role.Role;

public final class ChangeRoleService implements ChangeRole {
  private final RoleRepository roles;
  private final Readmission readmission;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;

  public ChangeRoleService(
      RoleRepository roles, Readmission readmission, AuditTrail trail, UnitOfWork unitOfWork) {
    this.roles = roles;
    this.readmission = readmission;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Result change(Administrator by, Command command) {
    by.require(AdminPermission.ROLES_WRITE);
    Role after =
        new Role(command.id(), command.name(), command.permissions(), command.description());
    return unitOfWork.inTransaction(
        () ->
            roles
                .lock(command.id())
                .map(before -> write(by, before, after))
                .orElseGet(NotFound::new));
  }

  private Result write(Administrator admitted, Role before, Role after) {
    Administrator by = readmission.now(admitted, AdminPermission.ROLES_WRITE);
    PermissionSet beyond =
        AdministrationPolicy.beyond(by.permissions(), before.permissions(), after.permissions());
    if (!beyond.isEmpty()) {
      refused(by, before, after, "beyond-own-permissions");
      return new Beyond(beyond);
    }
    if (!roles.update(after)) {
      refused(by, before, after, "role-name-taken");
      return new NameTaken();
    }
    trail.done(
        by.actor(),
        AuditAction.ROLE_CHANGED,
        AuditTarget.of(after.id()),
        RoleDetail.change(before, after.name(), after.permissions()));
    return new Changed(after);
  }

  private void refused(Administrator by, Role before, Role after, String reason) {
    trail.refused(
        by.actor(),
        AuditAction.ROLE_CHANGED,
        AuditTarget.of(before.id()),
        reason,
        RoleDetail.change(before, after.name(), after.permissions()));
  }
}
