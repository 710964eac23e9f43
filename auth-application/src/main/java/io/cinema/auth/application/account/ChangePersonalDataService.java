package io.cinema.auth.application.account;

import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.domain.account.PersonName;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.audit.Actor;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.credential.PasswordHash;
import io.cinema.auth.domain.port.PasswordHasher;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class ChangePersonalDataService implements ChangePersonalData {
  private final UserRepository users;
  private final PasswordHasher hasher;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;

  public ChangePersonalDataService(
      UserRepository users, PasswordHasher hasher, AuditTrail trail, UnitOfWork unitOfWork) {
    this.users = users;
    this.hasher = hasher;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Result change(Command command) {
    Optional<User> user = users.findById(command.token().user());
    if (user.isEmpty()) {
      return new Gone();
    }
    User before = user.get();
    PasswordHash proved = null;
    List<AuditAction> touched = credentialsTouched(command, before);
    if (!touched.isEmpty()) {
      Password password = command.currentPassword();
      if (password == null) {
        return new PasswordMissing();
      }
      PasswordHash hash = before.passwordHash();
      if (!hasher.matches(password, hash)) {
        return refused(command, touched, "invalid-credentials", new WrongPassword());
      }
      proved = hash;
    }
    PasswordHash checked = proved;
    return unitOfWork.inTransaction(() -> write(command, before, checked));
  }

  /** A new spelling of the same name is a change too: it is what others see. */
  private static List<AuditAction> credentialsTouched(Command command, User user) {
    List<AuditAction> touched = new ArrayList<>();
    if (command.login() != null && !command.login().shown().equals(user.login().shown())) {
      touched.add(AuditAction.LOGIN_CHANGED);
    }
    if (command.email() != null
        && (user.email() == null || !command.email().shown().equals(user.email().shown()))) {
      touched.add(AuditAction.EMAIL_CHANGED);
    }
    return touched;
  }

  private Result write(Command command, User before, @Nullable PasswordHash proved) {
    User user = users.lock(command.token().user()).orElse(null);
    if (user == null) {
      return new Gone();
    }
    // The account may have changed since the password was looked at, or found unneeded.
    List<AuditAction> touched = credentialsTouched(command, user);
    if (!touched.isEmpty()) {
      if (proved == null && command.currentPassword() == null) {
        return new PasswordMissing();
      }
      if (proved == null || user.passwordChangedSince(proved, before)) {
        return refused(command, touched, "invalid-credentials", new WrongPassword());
      }
    }
    if (user.state().outdates(command.token())) {
      return new Gone();
    }
    User changed =
        user.withPersonalData(
            command.login() == null ? user.login() : command.login(),
            command.email() == null ? user.email() : command.email(),
            new PersonName(
                command.firstName().applyTo(user.name().first()),
                command.lastName().applyTo(user.name().last())));
    return switch (users.update(changed)) {
      case SAVED -> done(command, touched, changed);
      case LOGIN_TAKEN -> refused(command, touched, "login-taken", new LoginTaken());
      case EMAIL_TAKEN -> refused(command, touched, "email-taken", new EmailTaken());
    };
  }

  private Result done(Command command, List<AuditAction> touched, User changed) {
    touched.forEach(
        action ->
            trail.done(actor(command), action, AuditTarget.of(command.token().user()), Map.of()));
    return new Changed(changed);
  }

  private Result refused(Command command, List<AuditAction> touched, String reason, Result result) {
    touched.forEach(
        action ->
            trail.refused(
                actor(command), action, AuditTarget.of(command.token().user()), reason, Map.of()));
    return result;
  }

  private static Actor actor(Command command) {
    return new Actor.Person(command.token().user(), command.origin());
  }
}
