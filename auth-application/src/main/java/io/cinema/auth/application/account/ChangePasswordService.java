package io.cinema.auth.application.account;

import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.session.Lockout;
import io.cinema.auth.application.session.Revoker;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.audit.Actor;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.credential.PasswordHash;
import io.cinema.auth.domain.credential.PasswordPolicy;
import io.cinema.auth.domain.port.CommonPasswords;
import io.cinema.auth.domain.port.PasswordHasher;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.session.EndReason;
import io.cinema.auth.domain.session.Revocation;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

public final class ChangePasswordService implements ChangePassword {
  private static final String WRONG = "invalid-credentials";

  private final UserRepository users;
  private final PasswordHasher hasher;
  private final PasswordPolicy policy;
  private final CommonPasswords common;
  private final Lockout lockout;
  private final AuditTrail trail;
  private final Revoker revoker;

  public ChangePasswordService(
      UserRepository users,
      PasswordHasher hasher,
      PasswordPolicy policy,
      CommonPasswords common,
      Lockout lockout,
      AuditTrail trail,
      Revoker revoker) {
    this.users = users;
    this.hasher = hasher;
    this.policy = policy;
    this.common = common;
    this.lockout = lockout;
    this.trail = trail;
    this.revoker = revoker;
  }

  @Override
  public Result change(Command command) {
    Optional<User> user = users.findById(command.token().user());
    if (user.isEmpty()) {
      return Result.GONE;
    }
    policy.check("new_password", command.chosen(), user.get().login(), user.get().email(), common);
    PasswordHash checked = user.get().passwordHash();
    if (!hasher.matches(command.current(), checked) || checked == null) {
      return refused(command);
    }
    PasswordHash chosen = hasher.hash(command.chosen());
    return revoker.revoking(dead -> write(command, user.get(), checked, chosen, dead));
  }

  private Result write(
      Command command,
      User before,
      PasswordHash checked,
      PasswordHash chosen,
      BiConsumer<UserId, Revocation.Subject> dead) {
    User user = users.lock(command.token().user()).orElse(null);
    if (user == null) {
      return Result.GONE;
    }
    // Of two changes at once, the second was checked against a password that no longer is.
    if (user.passwordChangedSince(checked, before)) {
      return refused(command);
    }
    if (user.state().outdates(command.token())) {
      return Result.GONE;
    }
    lockout.signOut(
        user.withPasswordHash(chosen), command.token().session(), EndReason.PASSWORD_CHANGED, dead);
    trail.done(actor(command), AuditAction.PASSWORD_CHANGED, target(command), Map.of());
    return Result.CHANGED;
  }

  private Result refused(Command command) {
    trail.refused(actor(command), AuditAction.PASSWORD_CHANGED, target(command), WRONG, Map.of());
    return Result.WRONG_PASSWORD;
  }

  private static Actor actor(Command command) {
    return new Actor.Person(command.token().user(), command.origin());
  }

  private static AuditTarget target(Command command) {
    return AuditTarget.of(command.token().user());
  }
}
