package io.cinema.auth.adapter.postgres.throttle;

import io.cinema.auth.adapter.postgres.PostgresAdapter;
import io.cinema.auth.adapter.postgres.Sql;
import io.cinema.auth.domain.login.AttemptKey;
import io.cinema.auth.domain.login.Attempts;
import io.cinema.auth.domain.port.LoginAttemptRepository;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Wrong guesses in {@code auth.login_attempts}. */
@PostgresAdapter("LoginAttemptRepository")
public class PostgresLoginAttemptRepository implements LoginAttemptRepository {
  private final Sql sql;

  PostgresLoginAttemptRepository(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Map<AttemptKey, Attempts> find(List<AttemptKey> keys) {
    return read(LoginAttemptSql.FIND, keys);
  }

  @Override
  public Map<AttemptKey, Attempts> lock(List<AttemptKey> keys) {
    return read(LoginAttemptSql.LOCK, keys);
  }

  @Override
  public void save(AttemptKey key, Attempts attempts, Instant now) {
    StoredKey stored = StoredKey.of(key);
    int _ =
        sql.update(
            LoginAttemptSql.SAVE,
            stored.kind(),
            stored.subject(),
            attempts.failures(),
            attempts.since(),
            attempts.lockedUntil(),
            attempts.refusalNoted(),
            now);
  }

  @Override
  public boolean noteRefusal(AttemptKey key) {
    StoredKey stored = StoredKey.of(key);
    return sql.update(LoginAttemptSql.NOTE_REFUSAL, stored.kind(), stored.subject()) > 0;
  }

  @Override
  public int purge(Instant before, int limit) {
    return sql.update(LoginAttemptSql.PURGE, before, before, limit);
  }

  private Map<AttemptKey, Attempts> read(String statement, List<AttemptKey> keys) {
    Map<StoredKey, AttemptKey> wanted = new LinkedHashMap<>();
    Map<AttemptKey, Attempts> counted = new LinkedHashMap<>();
    for (AttemptKey key : keys) {
      wanted.put(StoredKey.of(key), key);
      counted.put(key, Attempts.NONE);
    }
    List<LoginAttemptSql.Row> rows =
        sql.all(
            statement,
            LoginAttemptSql.Row::read,
            wanted.keySet().stream().map(StoredKey::kind).toList(),
            wanted.keySet().stream().map(StoredKey::subject).toList());
    rows.forEach(row -> counted.put(Objects.requireNonNull(wanted.get(row.key())), row.attempts()));
    return counted;
  }
}
