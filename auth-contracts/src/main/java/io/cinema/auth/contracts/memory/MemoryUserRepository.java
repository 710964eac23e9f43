package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.account.AccountState;
import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.Login;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.UserAgent;
import io.cinema.auth.domain.mfa.TotpEnrolment;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.role.RoleName;
import io.cinema.auth.domain.secret.SealedBytes;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Accounts in memory. An account is added with the roles and the second factor that it says it has,
 * for the ease of tests; that factor's secret opens to nothing.
 */
public final class MemoryUserRepository implements UserRepository {
  private final MemoryDatabase database;

  public MemoryUserRepository(MemoryDatabase database) {
    this.database = database;
  }

  @Override
  public Saved add(User user) {
    return database.run(
        t -> {
          Saved saved = save(t, user);
          if (saved == Saved.SAVED) {
            t.grantNamed(user.id(), user.state().roles());
            if (user.state().totpEnabled()) {
              t.enrolments().put(user.id(), enrolled(user));
            }
          }
          return saved;
        });
  }

  @Override
  public Optional<User> findById(UserId id) {
    return database.run(t -> t.user(id));
  }

  @Override
  public Optional<User> findByLogin(Login login) {
    return database.run(t -> find(t, user -> user.login().equals(login)));
  }

  @Override
  public Optional<User> findByEmail(EmailAddress email) {
    return database.run(t -> find(t, user -> email.equals(user.email())));
  }

  /** A transaction has the database for itself, so that there is nothing more to lock. */
  @Override
  public Optional<User> lock(UserId id) {
    return findById(id);
  }

  @Override
  public Saved update(User user) {
    return database.run(
        t -> {
          User was = t.users().get(user.id());
          if (was == null) {
            throw new IllegalStateException("there is no user " + user.id());
          }
          return save(t, withOwnWritersKept(user, was));
        });
  }

  @Override
  public void recordLogin(UserId id, Instant at, UserAgent agent) {
    database.run(
        t -> {
          t.users().computeIfPresent(id, (_, user) -> lastUsed(user, at));
          return t.lastAgents().put(id, agent);
        });
  }

  static AccountState withKeptElsewhere(
      AccountState state, boolean totpEnabled, Set<RoleName> roles) {
    return new AccountState(
        state.id(),
        state.superuser(),
        state.tokenVersion(),
        state.disabledAt(),
        totpEnabled,
        state.allowedAgents(),
        roles);
  }

  private static TotpEnrolment enrolled(User user) {
    Instant since = user.activity().createdAt();
    return TotpEnrolment.begun(user.id(), SealedBytes.of(new byte[0]), since).confirmedBy(0, since);
  }

  private static Saved save(Tables t, User user) {
    if (find(t, other -> isOther(other, user) && other.login().equals(user.login())).isPresent()) {
      return Saved.LOGIN_TAKEN;
    }
    EmailAddress email = user.email();
    if (email != null
        && find(t, other -> isOther(other, user) && email.equals(other.email())).isPresent()) {
      return Saved.EMAIL_TAKEN;
    }
    t.users().put(user.id(), user);
    return Saved.SAVED;
  }

  private static boolean isOther(User other, User user) {
    return !other.id().equals(user.id());
  }

  private static Optional<User> find(Tables t, Predicate<User> wanted) {
    return t.users().values().stream().filter(wanted).findAny().map(t::asRead);
  }

  private static User withOwnWritersKept(User user, User was) {
    return new User(
        user.id(),
        user.login(),
        user.email(),
        user.passwordHash(),
        user.name(),
        withKeptElsewhere(user.state(), was.state().totpEnabled(), was.state().roles()),
        was.activity());
  }

  private static User lastUsed(User user, Instant at) {
    return new User(
        user.id(),
        user.login(),
        user.email(),
        user.passwordHash(),
        user.name(),
        user.state(),
        new User.Activity(user.activity().createdAt(), at));
  }
}
