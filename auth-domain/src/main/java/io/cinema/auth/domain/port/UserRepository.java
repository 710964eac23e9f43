package io.cinema.auth.domain.port;

import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.Login;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.UserAgent;
import java.time.Instant;
import java.util.Optional;

/** Keeps accounts. Logins and e-mails are unique by canonical form, also under parallel writes. */
public interface UserRepository {

  /** What became of a write that could collide with another account. */
  enum Saved {
    SAVED,
    LOGIN_TAKEN,
    EMAIL_TAKEN
  }

  /** Adds an account, whole or not at all; a surrounding unit of work can go on either way. */
  Saved add(User user);

  Optional<User> findById(UserId id);

  Optional<User> findByLogin(Login login);

  Optional<User> findByEmail(EmailAddress email);

  /**
   * Reads an account and keeps others from changing it until the surrounding {@link UnitOfWork}
   * ends.
   */
  Optional<User> lock(UserId id);

  /**
   * Writes personal data and state of an account that was read by {@link #lock} in the same unit of
   * work. Roles, second factor and activity have their own writers. After {@code LOGIN_TAKEN} or
   * {@code EMAIL_TAKEN} nothing is changed, and the unit of work can go on.
   */
  Saved update(User user);

  /** Notes a successful sign-in and the agent it came from. */
  void recordLogin(UserId id, Instant at, UserAgent agent);
}
