package io.cinema.auth.bootstrap.docs;

import io.cinema.auth.adapter.crypto.id.UuidV7Ids;
import io.cinema.auth.application.account.Registration;
import io.cinema.auth.application.account.SignUp;
import io.cinema.auth.application.account.SignUpService;
import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.Login;
import io.cinema.auth.domain.account.PersonName;
import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.credential.PasswordPolicy;
import io.cinema.auth.domain.port.CommonPasswords;
import io.cinema.auth.domain.port.PasswordHasher;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.value.InvalidValueException;
import java.time.InstantSource;

/**
 * Signs members up at the counter, as the service does over HTTP, and keeps them where it wants.
 */
public final class BoxOffice {
  private final SignUp signUp;

  public BoxOffice(
      UserRepository members, PasswordHasher hasher, CommonPasswords common, InstantSource clock) {
    Registration registration =
        new Registration(
            members, hasher, PasswordPolicy.DEFAULT, common, new UuidV7Ids(clock), clock);
    signUp = new SignUpService(members, registration);
  }

  /** What to tell whoever stands there. */
  public String join(String login, String email, String password) {
    try {
      SignUp.Command form =
          new SignUp.Command(
              Login.of(login), EmailAddress.of(email), Password.of(password), PersonName.NONE);
      return switch (signUp.signUp(form)) {
        case SignUp.SignedUp done -> "welcome, " + done.user().login().shown();
        case SignUp.LoginTaken _ -> "somebody has this login";
        case SignUp.EmailTaken _ -> "somebody has this e-mail";
      };
    } catch (InvalidValueException refused) {
      return refused.field() + " " + refused.sentence();
    }
  }
}
