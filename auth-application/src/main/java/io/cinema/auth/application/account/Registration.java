package io.cinema.auth.application.account;

import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.Login;
import io.cinema.auth.domain.account.PersonName;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.credential.PasswordPolicy;
import io.cinema.auth.domain.port.CommonPasswords;
import io.cinema.auth.domain.port.Ids;
import io.cinema.auth.domain.port.PasswordHasher;
import io.cinema.auth.domain.port.UserRepository;
import java.time.InstantSource;
import java.util.Optional;

/** Makes accounts ready to be added: the same rules whoever asks for one. */
public final class Registration {
  private final UserRepository users;
  private final PasswordHasher hasher;
  private final PasswordPolicy policy;
  private final CommonPasswords common;
  private final Ids ids;
  private final InstantSource clock;

  public Registration(
      UserRepository users,
      PasswordHasher hasher,
      PasswordPolicy policy,
      CommonPasswords common,
      Ids ids,
      InstantSource clock) {
    this.users = users;
    this.hasher = hasher;
    this.policy = policy;
    this.common = common;
    this.ids = ids;
    this.clock = clock;
  }

  /** What an account would be made of. */
  public record Form(Login login, EmailAddress email, Password password, PersonName name) {}

  /** What came of it. */
  public sealed interface Outcome {}

  /** To be added; the repository decides for parallel ones. */
  public record Ready(User user) implements Outcome {}

  public record LoginTaken(User by) implements Outcome {}

  public record EmailTaken() implements Outcome {}

  /**
   * @throws io.cinema.auth.domain.value.InvalidValueException when the policy refuses the password,
   *     before it is hashed
   */
  public Outcome prepare(Form form) {
    policy.check("password", form.password(), form.login(), form.email(), common);
    hasher.requireRoom();
    // Spares the hash where the answer is known.
    Optional<User> holder = users.findByLogin(form.login());
    if (holder.isPresent()) {
      return new LoginTaken(holder.get());
    }
    if (users.findByEmail(form.email()).isPresent()) {
      return new EmailTaken();
    }
    return new Ready(
        User.signedUp(
            new UserId(ids.next()),
            form.login(),
            form.email(),
            hasher.hash(form.password()),
            form.name(),
            clock.instant()));
  }
}
