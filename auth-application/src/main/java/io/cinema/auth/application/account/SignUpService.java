package io.cinema.auth.application.account;

import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.credential.PasswordHash;
import io.cinema.auth.domain.credential.PasswordPolicy;
import io.cinema.auth.domain.port.CommonPasswords;
import io.cinema.auth.domain.port.Ids;
import io.cinema.auth.domain.port.PasswordHasher;
import io.cinema.auth.domain.port.UserRepository;
import java.time.InstantSource;

public final class SignUpService implements SignUp {
  private final UserRepository users;
  private final PasswordHasher hasher;
  private final PasswordPolicy policy;
  private final CommonPasswords common;
  private final Ids ids;
  private final InstantSource clock;

  public SignUpService(
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

  @Override
  public Result signUp(Command command) {
    policy.check("password", command.password(), command.login(), command.email(), common);
    hasher.requireRoom();
    // Spares the hash where the answer is known; the repository decides for parallel sign-ups.
    if (users.findByLogin(command.login()).isPresent()) {
      return new LoginTaken();
    }
    if (users.findByEmail(command.email()).isPresent()) {
      return new EmailTaken();
    }
    PasswordHash hash = hasher.hash(command.password());
    User user =
        User.signedUp(
            new UserId(ids.next()),
            command.login(),
            command.email(),
            hash,
            command.name(),
            clock.instant());
    return switch (users.add(user)) {
      case SAVED -> new SignedUp(user);
      case LOGIN_TAKEN -> new LoginTaken();
      case EMAIL_TAKEN -> new EmailTaken();
    };
  }
}
