package io.cinema.auth.adapter.postgres.account;

import io.cinema.auth.adapter.postgres.PostgresAdapter;
import io.cinema.auth.adapter.postgres.Sql;
import io.cinema.auth.adapter.postgres.SqlState;
import io.cinema.auth.adapter.postgres.Transactions;
import io.cinema.auth.domain.account.AccountState;
import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.Login;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.UserAgent;
import io.cinema.auth.domain.port.UserRepository;
import io.micronaut.data.exceptions.DataAccessException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Accounts in {@code auth.users} and {@code auth.user_service_info}. */
@PostgresAdapter("UserRepository")
public class PostgresUserRepository implements UserRepository {
  private static final String BY_ID = UserSql.SELECT + "WHERE users.id = ?";
  private static final String BY_LOGIN = UserSql.SELECT + "WHERE users.login_canonical = ?";
  private static final String BY_EMAIL = UserSql.SELECT + "WHERE users.email_canonical = ?";

  /** A name that is taken at one moment and free at the next is not met again and again. */
  private static final int ATTEMPTS = 5;

  private final Sql sql;
  private final Transactions transactions;

  PostgresUserRepository(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  @Override
  public Optional<User> findById(UserId id) {
    return sql.first(BY_ID, UserSql::read, id.value());
  }

  @Override
  public Optional<User> findByLogin(Login login) {
    return sql.first(BY_LOGIN, UserSql::read, login.canonical());
  }

  @Override
  public Optional<User> findByEmail(EmailAddress email) {
    return sql.first(BY_EMAIL, UserSql::read, email.canonical());
  }

  @Override
  public Optional<User> lock(UserId id) {
    // Two statements: one that waits for a lock goes on with the roles it saw before it waited.
    return sql.first(UserSql.LOCK, row -> id, id.value()).flatMap(this::findById);
  }

  @Override
  public Saved add(User user) {
    return save(user, () -> insert(user));
  }

  @Override
  public Saved update(User user) {
    return save(user, () -> changed(user));
  }

  @Override
  public void recordLogin(UserId id, Instant at, UserAgent agent) {
    sql.update(UserSql.RECORD_LOGIN, at, agent.value(), id.value(), at);
  }

  private Saved save(User user, IntSupplier write) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (write.getAsInt() > 0) {
        return Saved.SAVED;
      }
      Optional<Saved> taken = taken(user);
      if (taken.isPresent()) {
        return taken.get();
      }
    }
    throw new IllegalStateException("account " + user.id() + " was not written, its names free");
  }

  private Optional<Saved> taken(User user) {
    return sql.first(
            UserSql.TAKEN,
            row ->
                row.getBoolean("login_taken")
                    ? Optional.of(Saved.LOGIN_TAKEN)
                    : row.getBoolean("email_taken")
                        ? Optional.of(Saved.EMAIL_TAKEN)
                        : Optional.<Saved>empty(),
            user.login().canonical(),
            user.id().value(),
            canonical(user.email()),
            user.id().value())
        .orElseThrow();
  }

  private int insert(User user) {
    AccountState state = user.state();
    return sql.update(
        UserSql.INSERT,
        user.id().value(),
        user.login().shown(),
        user.login().canonical(),
        shown(user.email()),
        canonical(user.email()),
        user.passwordHash() == null ? null : user.passwordHash().reveal(),
        user.name().first(),
        user.name().last(),
        state.superuser(),
        state.allowedAgents().patterns(),
        state.disabledAt(),
        state.tokenVersion(),
        user.activity().createdAt(),
        user.activity().lastLogin());
  }

  private int changed(User user) {
    try {
      return transactions.undoable(() -> update(user, user.state()));
    } catch (DataAccessException refused) {
      if (SqlState.UNIQUE_VIOLATION.caused(refused)) {
        return 0;
      }
      throw refused;
    }
  }

  private int update(User user, AccountState state) {
    return sql.update(
        UserSql.UPDATE,
        state.superuser(),
        state.allowedAgents().patterns(),
        state.disabledAt(),
        state.tokenVersion(),
        user.id().value(),
        user.login().shown(),
        user.login().canonical(),
        shown(user.email()),
        canonical(user.email()),
        user.passwordHash() == null ? null : user.passwordHash().reveal(),
        user.name().first(),
        user.name().last(),
        user.id().value());
  }

  private static @Nullable String shown(@Nullable EmailAddress email) {
    return email == null ? null : email.shown();
  }

  private static @Nullable String canonical(@Nullable EmailAddress email) {
    return email == null ? null : email.canonical();
  }
}
