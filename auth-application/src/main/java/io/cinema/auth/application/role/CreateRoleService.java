package io.cinema.auth.application.role;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.application.access.Readmission;
import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.access.AdministrationPolicy;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.port.Ids;
import io.cinema.auth.domain.port.RoleRepository;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleId;

public final class CreateRoleService implements CreateRole {
  private final RoleRepository roles;
  private final Readmission readmission;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;
  private final Ids ids;

  public CreateRoleService(
      RoleRepository roles,
      Readmission readmission,
      AuditTrail trail,
      UnitOfWork unitOfWork,
      Ids ids) {
    this.roles = roles;
    this.readmission = readmission;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
  }

  @Override
  public Result create(Administrator by, Command command) {
    by.require(AdminPermission.ROLES_WRITE);
    Role role =
        new Role(
            new RoleId(ids.next()), command.name(), command.permissions(), command.description());
    return unitOfWork.inTransaction(() -> write(by, role));
  }

  private Result write(Administrator admitted, Role role) {
    Administrator by = readmission.now(admitted, AdminPermission.ROLES_WRITE);
    PermissionSet beyond = AdministrationPolicy.beyond(by.permissions(), role.permissions());
    if (!beyond.isEmpty()) {
      refused(by, role, "beyond-own-permissions");
      return new Beyond(beyond);
    }
    if (!roles.add(role)) {
      refused(by, role, "role-name-taken");
      return new NameTaken();
    }
    trail.done(
        by.actor(),
        AuditAction.ROLE_CREATED,
        AuditTarget.of(role.id()),
        RoleDetail.of(role.name(), role.permissions()));
    return new Created(role);
  }

  private void refused(Administrator by, Role role, String reason) {
    trail.refused(
        by.actor(),
        AuditAction.ROLE_CREATED,
        null,
        reason,
        RoleDetail.of(role.name(), role.permissions()));
  }
}
