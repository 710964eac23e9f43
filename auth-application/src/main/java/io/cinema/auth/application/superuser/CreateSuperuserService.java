package io.cinema.auth.application.superuser;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.application.account.Registration;
import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.domain.account.PersonName;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import java.util.Map;

public final class CreateSuperuserService implements CreateSuperuser {
  private final UserRepository users;
  private final Registration registration;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;

  public CreateSuperuserService(
      UserRepository users, Registration registration, AuditTrail trail, UnitOfWork unitOfWork) {
    this.users = users;
    this.registration = registration;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Result create(Administrator by, Command command) {
    by.requireSuperuser();
    Registration.Form form =
        new Registration.Form(
            command.login(), command.email(), command.password(), PersonName.NONE);
    return switch (registration.prepare(form)) {
      case Registration.Ready(User user) ->
          unitOfWork.inTransaction(() -> add(by, user.withState(user.state().withSuperuser(true))));
      case Registration.LoginTaken(User holder) -> new LoginTaken(holder);
      case Registration.EmailTaken _ -> new EmailTaken();
    };
  }

  private Result add(Administrator by, User user) {
    return switch (users.add(user)) {
      case SAVED -> {
        trail.done(by.actor(), AuditAction.SUPERUSER_CREATED, AuditTarget.of(user.id()), Map.of());
        yield new Created(user);
      }
      case LOGIN_TAKEN ->
          users.findByLogin(user.login()).<Result>map(LoginTaken::new).orElseThrow();
      case EMAIL_TAKEN -> new EmailTaken();
    };
  }
}
