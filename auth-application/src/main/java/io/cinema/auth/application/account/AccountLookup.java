package io.cinema.auth.application.account;

import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.Login;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.value.InvalidValueException;
import io.cinema.auth.domain.value.Text;
import java.util.Optional;

/** Finds an account by what its owner calls it. */
public final class AccountLookup {
  private AccountLookup() {}

  /** No login can hold an at sign in any spelling, so what may be a login is no e-mail. */
  public static Optional<User> byLoginOrEmail(UserRepository users, String name) {
    try {
      return users.findByLogin(Login.of(name));
    } catch (InvalidValueException noLogin) {
      return byEmail(users, name);
    }
  }

  /** One word for all spellings of what may be a login or an e-mail, and for anything else. */
  public static String canonical(String name) {
    try {
      return Login.of(name).canonical();
    } catch (InvalidValueException noLogin) {
      return canonicalEmail(name);
    }
  }

  private static String canonicalEmail(String name) {
    try {
      return EmailAddress.of(name).canonical();
    } catch (InvalidValueException nobodyHasIt) {
      return Text.canonical(name);
    }
  }

  private static Optional<User> byEmail(UserRepository users, String email) {
    try {
      return users.findByEmail(EmailAddress.of(email));
    } catch (InvalidValueException nobodyHasIt) {
      return Optional.empty();
    }
  }
}
