package io.cinema.auth.application.account;

import io.cinema.auth.domain.account.PersonName;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.credential.PasswordHash;
import io.cinema.auth.domain.port.PasswordHasher;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class ChangePersonalDataService implements ChangePersonalData {
  private final UserRepository users;
  private final PasswordHasher hasher;
  private final UnitOfWork unitOfWork;

  public ChangePersonalDataService(
      UserRepository users, PasswordHasher hasher, UnitOfWork unitOfWork) {
    this.users = users;
    this.hasher = hasher;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Result change(Command command) {
    Optional<User> user = users.findById(command.user());
    if (user.isEmpty()) {
      return new Gone();
    }
    User before = user.get();
    PasswordHash proved = null;
    if (touchesCredentials(command, before)) {
      Password password = command.currentPassword();
      if (password == null) {
        return new PasswordMissing();
      }
      PasswordHash hash = before.passwordHash();
      if (!hasher.matches(password, hash)) {
        return new WrongPassword();
      }
      proved = hash;
    }
    PasswordHash checked = proved;
    return unitOfWork.inTransaction(() -> write(command, before, checked));
  }

  /** A new spelling of the same name is a change too: it is what others see. */
  private static boolean touchesCredentials(Command command, User user) {
    boolean login =
        command.login() != null && !command.login().shown().equals(user.login().shown());
    boolean email =
        command.email() != null
            && (user.email() == null || !command.email().shown().equals(user.email().shown()));
    return login || email;
  }

  private Result write(Command command, User before, @Nullable PasswordHash proved) {
    User user = users.lock(command.user()).orElse(null);
    if (user == null) {
      return new Gone();
    }
    // The account may have changed since the password was looked at, or found unneeded.
    if (touchesCredentials(command, user)) {
      if (proved == null) {
        return command.currentPassword() == null ? new PasswordMissing() : new WrongPassword();
      }
      if (user.passwordChangedSince(proved, before)) {
        return new WrongPassword();
      }
    }
    User changed =
        user.withPersonalData(
            command.login() == null ? user.login() : command.login(),
            command.email() == null ? user.email() : command.email(),
            new PersonName(
                command.firstName().applyTo(user.name().first()),
                command.lastName().applyTo(user.name().last())));
    return switch (users.update(changed)) {
      case SAVED -> new Changed(changed);
      case LOGIN_TAKEN -> new LoginTaken();
      case EMAIL_TAKEN -> new EmailTaken();
    };
  }
}
