package io.cinema.auth.application.user;

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
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.session.EndReason;
import java.util.Map;

public final class SignOutUserService implements SignOutUser {
  private final UserRepository users;
  private final Readmission readmission;
  private final Lockout lockout;
  private final AuditTrail trail;
  private final Revoker revoker;

  public SignOutUserService(
      UserRepository users,
      Readmission readmission,
      Lockout lockout,
      AuditTrail trail,
      Revoker revoker) {
    this.users = users;
    this.readmission = readmission;
    this.lockout = lockout;
    this.trail = trail;
    this.revoker = revoker;
  }

  @Override
  public Result signOut(Administrator admitted, UserId id) {
    admitted.require(AdminPermission.USERS_WRITE);
    return revoker.revoking(
        dead -> {
          User user = users.lock(id).orElse(null);
          if (user == null) {
            return Result.NO_SUCH_USER;
          }
          Administrator by = readmission.now(admitted, AdminPermission.USERS_WRITE);
          AuditTarget target = AuditTarget.of(id);
          if (!AdministrationPolicy.mayTouch(by.superuser(), user.state())) {
            trail.refused(by.actor(), AuditAction.USER_SIGNED_OUT, target, "superuser", Map.of());
            return Result.UNTOUCHABLE;
          }
          lockout.signOut(user, null, EndReason.SIGNED_OUT, dead);
          trail.done(by.actor(), AuditAction.USER_SIGNED_OUT, target, Map.of());
          return Result.SIGNED_OUT;
        });
  }
}
