package io.cinema.auth.application.account;

import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.port.UserRepository;

public final class SignUpService implements SignUp {
  private final UserRepository users;
  private final Registration registration;

  public SignUpService(UserRepository users, Registration registration) {
    this.users = users;
    this.registration = registration;
  }

  @Override
  public Result signUp(Command command) {
    Registration.Form form =
        new Registration.Form(command.login(), command.email(), command.password(), command.name());
    return switch (registration.prepare(form)) {
      case Registration.Ready(User user) -> add(user);
      case Registration.LoginTaken _ -> new LoginTaken();
      case Registration.EmailTaken _ -> new EmailTaken();
    };
  }

  private Result add(User user) {
    return switch (users.add(user)) {
      case SAVED -> new SignedUp(user);
      case LOGIN_TAKEN -> new LoginTaken();
      case EMAIL_TAKEN -> new EmailTaken();
    };
  }
}
