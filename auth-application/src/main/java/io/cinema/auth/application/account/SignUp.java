package io.cinema.auth.application.account;

import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.Login;
import io.cinema.auth.domain.account.PersonName;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.credential.Password;

/** Makes an account. */
public interface SignUp {

  record Command(Login login, EmailAddress email, Password password, PersonName name) {}

  /** What came of it. */
  sealed interface Result {}

  record SignedUp(User user) implements Result {}

  record LoginTaken() implements Result {}

  record EmailTaken() implements Result {}

  /**
   * @throws io.cinema.auth.domain.value.InvalidValueException when the policy refuses the password,
   *     before it is hashed
   */
  Result signUp(Command command);
}
