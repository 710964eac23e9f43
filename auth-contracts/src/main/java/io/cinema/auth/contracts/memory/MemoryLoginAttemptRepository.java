package io.cinema.auth.contracts.memory;

import io.cinema.auth.contracts.memory.Tables.Counted;
import io.cinema.auth.domain.login.AttemptKey;
import io.cinema.auth.domain.login.Attempts;
import io.cinema.auth.domain.port.LoginAttemptRepository;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Wrong guesses in memory. */
public final class MemoryLoginAttemptRepository implements LoginAttemptRepository {
  private final MemoryDatabase database;

  public MemoryLoginAttemptRepository(MemoryDatabase database) {
    this.database = database;
  }

  @Override
  public Map<AttemptKey, Attempts> find(List<AttemptKey> keys) {
    return database.run(
        t -> {
          Map<AttemptKey, Attempts> found = new LinkedHashMap<>();
          keys.forEach(key -> found.put(key, counted(t, key)));
          return found;
        });
  }

  /** A transaction has the database for itself, so that there is nothing more to lock. */
  @Override
  public Map<AttemptKey, Attempts> lock(List<AttemptKey> keys) {
    return find(keys);
  }

  @Override
  public void save(AttemptKey key, Attempts attempts, Instant now) {
    database.run(t -> t.attempts().put(key, new Counted(attempts, now)));
  }

  @Override
  public boolean noteRefusal(AttemptKey key) {
    return database.run(
        t -> {
          Attempts was = counted(t, key);
          if (was.lockedUntil() == null || was.refusalNoted()) {
            return false;
          }
          t.attempts().computeIfPresent(key, (_, c) -> new Counted(noted(was), c.at()));
          return true;
        });
  }

  @Override
  public int purge(Instant before, int limit) {
    return database.run(
        t -> {
          List<AttemptKey> old =
              t.attempts().entrySet().stream()
                  .filter(entry -> entry.getValue().at().isBefore(before))
                  .limit(limit)
                  .map(Map.Entry::getKey)
                  .toList();
          old.forEach(t.attempts()::remove);
          return old.size();
        });
  }

  private static Attempts counted(Tables t, AttemptKey key) {
    Counted counted = t.attempts().get(key);
    return counted == null ? Attempts.NONE : counted.attempts();
  }

  private static Attempts noted(Attempts was) {
    return new Attempts(was.failures(), was.since(), was.lockedUntil(), true);
  }
}
