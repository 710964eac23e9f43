package io.cinema.auth.application.user;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.application.access.Readmission;
import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.session.Lockout;
import io.cinema.auth.application.session.Revoker;
import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.access.AdministrationPolicy;
import io.cinema.auth.domain.account.AccountState;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserDirectory;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.session.EndReason;
import io.cinema.auth.domain.session.Revocation;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

public final class DisableUserService implements DisableUser {
  private final UserRepository users;
  private final UserDirectory directory;
  private final Readmission readmission;
  private final Lockout lockout;
  private final AuditTrail trail;
  private final Revoker revoker;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public DisableUserService(
      UserRepository users,
      UserDirectory directory,
      Readmission readmission,
      Lockout lockout,
      AuditTrail trail,
      Revoker revoker,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.users = users;
    this.directory = directory;
    this.readmission = readmission;
    this.lockout = lockout;
    this.trail = trail;
    this.revoker = revoker;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public Result disable(Administrator by, UserId id) {
    by.require(AdminPermission.USERS_WRITE);
    return revoker.revoking(
        dead -> {
          List<AccountState> superusers = directory.lockSuperusers();
          return users
              .lock(id)
              .map(user -> disable(by, user, superusers, dead))
              .orElse(Result.NO_SUCH_USER);
        });
  }

  private Result disable(
      Administrator admitted,
      User user,
      List<AccountState> superusers,
      BiConsumer<UserId, Revocation.Subject> dead) {
    Administrator by = readmission.now(admitted, AdminPermission.USERS_WRITE);
    if (!AdministrationPolicy.mayTouch(by.superuser(), user.state())) {
      return refused(by, AuditAction.USER_DISABLED, user, "superuser", Result.UNTOUCHABLE);
    }
    if (user.state().disabledAt() != null) {
      return Result.DONE;
    }
    if (user.state().superuser() && AdministrationPolicy.isLastSuperuser(superusers, user.id())) {
      return refused(by, AuditAction.USER_DISABLED, user, "last-superuser", Result.LAST_SUPERUSER);
    }
    User disabled = user.withState(user.state().withDisabledAt(clock.instant()));
    lockout.signOut(disabled, null, EndReason.ACCOUNT_DISABLED, dead);
    return done(by, AuditAction.USER_DISABLED, user);
  }

  @Override
  public Result enable(Administrator by, UserId id) {
    by.require(AdminPermission.USERS_WRITE);
    return unitOfWork.inTransaction(
        () -> users.lock(id).map(user -> enable(by, user)).orElse(Result.NO_SUCH_USER));
  }

  private Result enable(Administrator admitted, User user) {
    Administrator by = readmission.now(admitted, AdminPermission.USERS_WRITE);
    if (!AdministrationPolicy.mayTouch(by.superuser(), user.state())) {
      return refused(by, AuditAction.USER_ENABLED, user, "superuser", Result.UNTOUCHABLE);
    }
    if (user.state().disabledAt() == null) {
      return Result.DONE;
    }
    UserRepository.Saved _ = users.update(user.withState(user.state().withDisabledAt(null)));
    return done(by, AuditAction.USER_ENABLED, user);
  }

  private Result done(Administrator by, AuditAction action, User user) {
    trail.done(by.actor(), action, AuditTarget.of(user.id()), Map.of());
    return Result.DONE;
  }

  private Result refused(
      Administrator by, AuditAction action, User user, String reason, Result result) {
    trail.refused(by.actor(), action, AuditTarget.of(user.id()), reason, Map.of());
    return result;
  }
}
