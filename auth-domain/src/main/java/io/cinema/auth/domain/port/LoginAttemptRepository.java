package io.cinema.auth.domain.port;

import io.cinema.auth.domain.login.AttemptKey;
import io.cinema.auth.domain.login.Attempts;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Keeps how many wrong guesses were made, for all nodes. A key under which nothing is counted has
 * {@link Attempts#NONE}.
 */
public interface LoginAttemptRepository {

  /** What is counted under each of the keys. */
  Map<AttemptKey, Attempts> find(List<AttemptKey> keys);

  /**
   * As {@link #find}, and keeps others from counting under these keys until the surrounding {@link
   * UnitOfWork} ends, also under those that are not there yet. Locks in the order of the list.
   */
  Map<AttemptKey, Attempts> lock(List<AttemptKey> keys);

  /**
   * Writes what is counted.
   *
   * @param now when it was; see {@link #purge}
   */
  void save(AttemptKey key, Attempts attempts, Instant now);

  /**
   * Notes that somebody was refused for the lock that stands under the key.
   *
   * @return whether nobody had noted it before; true for exactly one of parallel calls
   */
  boolean noteRefusal(AttemptKey key);

  /**
   * Forgets what was last written before the given time.
   *
   * @param limit most keys to forget in one call
   * @return how many were forgotten
   */
  int purge(Instant before, int limit);
}
