package io.cinema.auth.application.user;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.application.access.Readmission;
import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.mfa.TotpSetup;
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
import io.cinema.auth.domain.session.Revocation;
import java.util.Map;
import java.util.function.BiConsumer;

public final class ResetSecondFactorService implements ResetSecondFactor {
  private final UserRepository users;
  private final TotpSetup setup;
  private final Readmission readmission;
  private final Lockout lockout;
  private final AuditTrail trail;
  private final Revoker revoker;

  public ResetSecondFactorService(
      UserRepository users,
      TotpSetup setup,
      Readmission readmission,
      Lockout lockout,
      AuditTrail trail,
      Revoker revoker) {
    this.users = users;
    this.setup = setup;
    this.readmission = readmission;
    this.lockout = lockout;
    this.trail = trail;
    this.revoker = revoker;
  }

  @Override
  public Result reset(Administrator by, UserId id) {
    by.require(AdminPermission.USERS_WRITE);
    return revoker.revoking(
        dead -> users.lock(id).map(user -> reset(by, user, dead)).orElse(Result.NO_SUCH_USER));
  }

  private Result reset(
      Administrator admitted, User user, BiConsumer<UserId, Revocation.Subject> dead) {
    Administrator by = readmission.now(admitted, AdminPermission.USERS_WRITE);
    if (!AdministrationPolicy.mayTouch(by.superuser(), user.state())) {
      trail.refused(
          by.actor(), AuditAction.TOTP_RESET, AuditTarget.of(user.id()), "superuser", Map.of());
      return Result.UNTOUCHABLE;
    }
    if (!user.state().totpEnabled()) {
      return Result.NOT_ACTIVE;
    }
    boolean _ = setup.takeDown(user.id());
    lockout.signOut(user, null, EndReason.FACTOR_RESET, dead);
    trail.done(by.actor(), AuditAction.TOTP_RESET, AuditTarget.of(user.id()), Map.of());
    return Result.DONE;
  }
}
