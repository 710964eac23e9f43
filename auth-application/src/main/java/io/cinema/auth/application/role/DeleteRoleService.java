package io.cinema.auth.application.role;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.application.access.Readmission;
import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.port.RoleRepository;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleId;

public final class DeleteRoleService implements DeleteRole {
  private final RoleRepository roles;
  private final Readmission readmission;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;

  public DeleteRoleService(
      RoleRepository roles, Readmission readmission, AuditTrail trail, UnitOfWork unitOfWork) {
    this.roles = roles;
    this.readmission = readmission;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Result delete(Administrator by, RoleId id) {
    by.require(AdminPermission.ROLES_WRITE);
    return unitOfWork.inTransaction(
        () -> {
          Role role = roles.lock(id).orElse(null);
          Administrator now = readmission.now(by, AdminPermission.ROLES_WRITE);
          if (role == null || !roles.remove(id)) {
            return Result.NOT_FOUND;
          }
          trail.done(
              now.actor(),
              AuditAction.ROLE_DELETED,
              AuditTarget.of(id),
              RoleDetail.of(role.name(), role.permissions()));
          return Result.DELETED;
        });
  }
}
