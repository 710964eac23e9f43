package io.cinema.auth.application.signin;

import io.cinema.auth.application.account.AccountLookup;
import io.cinema.auth.application.throttle.Refusal;
import io.cinema.auth.application.throttle.Throttle;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.credential.PasswordHash;
import io.cinema.auth.domain.login.Attempt;
import io.cinema.auth.domain.login.AttemptKind;
import io.cinema.auth.domain.login.LoginMethod;
import io.cinema.auth.domain.login.LoginResult;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.port.Ids;
import io.cinema.auth.domain.port.PasswordHasher;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.token.Amr;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

public final class SignInService implements SignIn {
  private static final LoginPath BY_PASSWORD = LoginPath.of(LoginMethod.PASSWORD);

  private final UserRepository users;
  private final PasswordHasher hasher;
  private final Throttle throttle;
  private final SessionOpener opener;
  private final SignInHistory history;
  private final UnitOfWork unitOfWork;
  private final Ids ids;

  public SignInService(
      UserRepository users,
      PasswordHasher hasher,
      Throttle throttle,
      SessionOpener opener,
      SignInHistory history,
      UnitOfWork unitOfWork,
      Ids ids) {
    this.users = users;
    this.hasher = hasher;
    this.throttle = throttle;
    this.opener = opener;
    this.history = history;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
  }

  @Override
  public Result signIn(Command command) {
    hasher.requireRoom();
    User user = AccountLookup.byLoginOrEmail(users, command.loginOrEmail()).orElse(null);
    Attempt attempt = attempt(user, command);
    Optional<Refusal> locked = throttle.refusal(attempt);
    if (locked.isPresent()) {
      return throttled(user, locked.get(), command.origin());
    }
    PasswordHash hash = user == null ? null : user.passwordHash();
    // Hashes for nobody as well, so that time tells as little as the answer does.
    boolean matches = hasher.matches(command.password(), hash);
    if (user == null || hash == null || !matches) {
      return unitOfWork.inTransaction(() -> wrong(user, attempt, command.origin()));
    }
    PasswordHash checked =
        hasher.outdated(hash) ? rehashed(user.id(), hash, command.password()) : hash;
    return unitOfWork.inTransaction(() -> open(user, checked, attempt, command.origin()));
  }

  private static Attempt attempt(@Nullable User user, Command command) {
    return user == null
        ? Attempt.atName(
            AttemptKind.PASSWORD, AccountLookup.canonical(command.loginOrEmail()), command.origin())
        : Attempt.at(AttemptKind.PASSWORD, user.id(), command.origin());
  }

  private Result open(User before, PasswordHash checked, Attempt attempt, Origin origin) {
    // Hashing took a while: a password changed or an account disabled meanwhile must count.
    Optional<User> user = users.lock(before.id());
    if (user.isEmpty() || user.get().passwordChangedSince(checked, before)) {
      // Whoever lost this race knew the password, and guessed nothing: it is not counted.
      remember(before, LoginResult.WRONG_PASSWORD, origin);
      return new InvalidCredentials();
    }
    // And so must guesses that were looked at meanwhile, or many at once could outrun the lock.
    Optional<Refusal> locked = throttle.refusal(attempt);
    if (locked.isPresent()) {
      return throttled(before, locked.get(), origin);
    }
    SessionId id = new SessionId(ids.next());
    return new Proved(opener.open(user.get(), id, Set.of(Amr.PWD), BY_PASSWORD, origin));
  }

  private Result wrong(@Nullable User user, Attempt attempt, Origin origin) {
    Optional<Refusal> locked = throttle.failed(attempt);
    if (locked.isPresent()) {
      return throttled(user, locked.get(), origin);
    }
    LoginResult why = user == null ? LoginResult.UNKNOWN_LOGIN : LoginResult.WRONG_PASSWORD;
    remember(user, why, origin);
    return new InvalidCredentials();
  }

  private Result throttled(@Nullable User user, Refusal refusal, Origin origin) {
    if (refusal.first()) {
      remember(user, LoginResult.LOCKED, origin);
    }
    return new Throttled(refusal.retryAfter());
  }

  private void remember(@Nullable User user, LoginResult result, Origin origin) {
    history.remember(user == null ? null : user.id(), result, BY_PASSWORD, origin, null);
  }

  /**
   * The hash that stands for the password from now on: a fresh one, or the old where that could not
   * be.
   */
  private PasswordHash rehashed(UserId id, PasswordHash old, Password password) {
    PasswordHash fresh;
    try {
      fresh = hasher.hash(password);
    } catch (PortUnavailableException noRoom) {
      // The next sign-in tries again; this one has proved all it has to.
      return old;
    }
    return unitOfWork.inTransaction(
        () -> {
          User user = users.lock(id).orElse(null);
          if (user == null || !old.equals(user.passwordHash())) {
            return old;
          }
          users.update(user.withPasswordHash(fresh));
          return fresh;
        });
  }
}
