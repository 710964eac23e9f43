package io.cinema.auth.application.superuser;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.Login;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.credential.Password;

/** Makes an account that may do everything. */
public interface CreateSuperuser {

  record Command(Login login, EmailAddress email, Password password) {}

  /** What came of it. */
  sealed interface Result {}

  record Created(User user) implements Result {}

  /** An account has this login. */
  record LoginTaken(User by) implements Result {}

  record EmailTaken() implements Result {}

  /**
   * @throws io.cinema.auth.domain.value.InvalidValueException when the policy refuses the password
   */
  Result create(Administrator by, Command command);
}
