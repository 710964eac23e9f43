package io.cinema.auth.bootstrap.wiring;

import io.cinema.auth.application.access.AdmitAdministrator;
import io.cinema.auth.application.access.AdmitAdministratorService;
import io.cinema.auth.application.access.AdmitConsole;
import io.cinema.auth.application.access.AdmitConsoleService;
import io.cinema.auth.application.access.CheckAccess;
import io.cinema.auth.application.access.CheckAccessService;
import io.cinema.auth.application.access.ReadPermissions;
import io.cinema.auth.application.access.ReadPermissionsService;
import io.cinema.auth.application.access.Readmission;
import io.cinema.auth.application.account.Registration;
import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.audit.ReadAuditEvents;
import io.cinema.auth.application.audit.ReadAuditEventsService;
import io.cinema.auth.application.mfa.TotpSetup;
import io.cinema.auth.application.role.AssignRole;
import io.cinema.auth.application.role.AssignRoleService;
import io.cinema.auth.application.role.ChangeRole;
import io.cinema.auth.application.role.ChangeRoleService;
import io.cinema.auth.application.role.CreateRole;
import io.cinema.auth.application.role.CreateRoleService;
import io.cinema.auth.application.role.DeleteRole;
import io.cinema.auth.application.role.DeleteRoleService;
import io.cinema.auth.application.role.ReadRoles;
import io.cinema.auth.application.role.ReadRolesService;
import io.cinema.auth.application.session.Lockout;
import io.cinema.auth.application.session.Revoker;
import io.cinema.auth.application.superuser.ChangeSuperuser;
import io.cinema.auth.application.superuser.ChangeSuperuserService;
import io.cinema.auth.application.superuser.CreateSuperuser;
import io.cinema.auth.application.superuser.CreateSuperuserService;
import io.cinema.auth.application.user.DisableUser;
import io.cinema.auth.application.user.DisableUserService;
import io.cinema.auth.application.user.FindUsers;
import io.cinema.auth.application.user.FindUsersService;
import io.cinema.auth.application.user.ResetSecondFactor;
import io.cinema.auth.application.user.ResetSecondFactorService;
import io.cinema.auth.application.user.SignOutUser;
import io.cinema.auth.application.user.SignOutUserService;
import io.cinema.auth.domain.port.AuditEventRepository;
import io.cinema.auth.domain.port.Ids;
import io.cinema.auth.domain.port.LoginEventRepository;
import io.cinema.auth.domain.port.RoleGrantRepository;
import io.cinema.auth.domain.port.RoleRepository;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserDirectory;
import io.cinema.auth.domain.port.UserRepository;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Services of rights, roles, other people's accounts and the audit trail. */
@Factory
final class AdministrationFactory {

  @Singleton
  AuditTrail auditTrail(AuditEventRepository events, Ids ids, InstantSource clock) {
    return new AuditTrail(events, ids, clock);
  }

  @Singleton
  ReadAuditEvents readAuditEvents(AuditEventRepository events) {
    return new ReadAuditEventsService(events);
  }

  @Singleton
  AdmitAdministrator admitAdministrator(RoleGrantRepository grants, AuditTrail trail) {
    return new AdmitAdministratorService(grants, trail);
  }

  @Singleton
  AdmitConsole admitConsole() {
    return new AdmitConsoleService();
  }

  @Singleton
  ReadPermissions readPermissions(RoleGrantRepository grants) {
    return new ReadPermissionsService(grants);
  }

  @Singleton
  CheckAccess checkAccess(RoleGrantRepository grants) {
    return new CheckAccessService(grants);
  }

  @Singleton
  ReadRoles readRoles(RoleRepository roles) {
    return new ReadRolesService(roles);
  }

  @Singleton
  Readmission readmission(RoleGrantRepository grants) {
    return new Readmission(grants);
  }

  @Singleton
  CreateRole createRole(
      RoleRepository roles,
      Readmission readmission,
      AuditTrail trail,
      UnitOfWork unitOfWork,
      Ids ids) {
    return new CreateRoleService(roles, readmission, trail, unitOfWork, ids);
  }

  @Singleton
  ChangeRole changeRole(
      RoleRepository roles, Readmission readmission, AuditTrail trail, UnitOfWork unitOfWork) {
    return new ChangeRoleService(roles, readmission, trail, unitOfWork);
  }

  @Singleton
  DeleteRole deleteRole(
      RoleRepository roles, Readmission readmission, AuditTrail trail, UnitOfWork unitOfWork) {
    return new DeleteRoleService(roles, readmission, trail, unitOfWork);
  }

  @Singleton
  AssignRole assignRole(
      UserRepository users,
      RoleRepository roles,
      RoleGrantRepository grants,
      Readmission readmission,
      Lockout lockout,
      AuditTrail trail,
      Revoker revoker) {
    return new AssignRoleService(users, roles, grants, readmission, lockout, trail, revoker);
  }

  @Singleton
  FindUsers findUsers(UserRepository users, UserDirectory directory, LoginEventRepository history) {
    return new FindUsersService(users, directory, history);
  }

  @Singleton
  DisableUser disableUser(
      UserRepository users,
      UserDirectory directory,
      Readmission readmission,
      Lockout lockout,
      AuditTrail trail,
      Revoker revoker,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    return new DisableUserService(
        users, directory, readmission, lockout, trail, revoker, unitOfWork, clock);
  }

  @Singleton
  SignOutUser signOutUser(
      UserRepository users,
      Readmission readmission,
      Lockout lockout,
      AuditTrail trail,
      Revoker revoker) {
    return new SignOutUserService(users, readmission, lockout, trail, revoker);
  }

  @Singleton
  ResetSecondFactor resetSecondFactor(
      UserRepository users,
      TotpSetup setup,
      Readmission readmission,
      Lockout lockout,
      AuditTrail trail,
      Revoker revoker) {
    return new ResetSecondFactorService(users, setup, readmission, lockout, trail, revoker);
  }

  @Singleton
  CreateSuperuser createSuperuser(
      UserRepository users, Registration registration, AuditTrail trail, UnitOfWork unitOfWork) {
    return new CreateSuperuserService(users, registration, trail, unitOfWork);
  }

  @Singleton
  ChangeSuperuser changeSuperuser(
      UserRepository users,
      UserDirectory directory,
      Lockout lockout,
      AuditTrail trail,
      Revoker revoker) {
    return new ChangeSuperuserService(users, directory, lockout, trail, revoker);
  }
}
