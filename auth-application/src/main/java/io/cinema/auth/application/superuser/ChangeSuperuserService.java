package io.cinema.auth.application.superuser;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.session.Lockout;
import io.cinema.auth.application.session.Revoker;
import io.cinema.auth.domain.access.AdministrationPolicy;
import io.cinema.auth.domain.account.AccountState;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.port.UserDirectory;
import io.cinema.auth.domain.port.UserRepository;
import java.util.List;
import java.util.Map;

public final class ChangeSuperuserService implements ChangeSuperuser {
  private final UserRepository users;
  private final UserDirectory directory;
  private final Lockout lockout;
  private final AuditTrail trail;
  private final Revoker revoker;

  public ChangeSuperuserService(
      UserRepository users,
      UserDirectory directory,
      Lockout lockout,
      AuditTrail trail,
      Revoker revoker) {
    this.users = users;
    this.directory = directory;
    this.lockout = lockout;
    this.trail = trail;
    this.revoker = revoker;
  }

  @Override
  public Result promote(Administrator by, UserId id) {
    return change(by, id, true, AuditAction.SUPERUSER_PROMOTED);
  }

  @Override
  public Result demote(Administrator by, UserId id) {
    return change(by, id, false, AuditAction.SUPERUSER_DEMOTED);
  }

  @Override
  public List<User> all(Administrator by) {
    by.requireSuperuser();
    return directory.superusers();
  }

  private Result change(Administrator by, UserId id, boolean superuser, AuditAction action) {
    by.requireSuperuser();
    return revoker.revoking(
        dead -> {
          List<AccountState> superusers = directory.lockSuperusers();
          User user = users.lock(id).orElse(null);
          if (user == null) {
            return Result.NO_SUCH_USER;
          }
          if (user.state().superuser() == superuser) {
            return Result.DONE;
          }
          AuditTarget target = AuditTarget.of(id);
          if (!superuser && AdministrationPolicy.isLastSuperuser(superusers, id)) {
            trail.refused(by.actor(), action, target, "last-superuser", Map.of());
            return Result.LAST_SUPERUSER;
          }
          lockout.killTokens(user.withState(user.state().withSuperuser(superuser)), dead);
          trail.done(by.actor(), action, target, Map.of());
          return Result.DONE;
        });
  }
}
