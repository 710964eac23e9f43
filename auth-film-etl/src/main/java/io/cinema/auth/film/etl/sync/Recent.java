package io.cinema.auth.film.etl.sync;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The changes that are in the index already and will be read again, because others may still come
 * before them. Bounded: see {@link Follower} for what happens beyond.
 */
final class Recent {
  private record Key(ChangeKind kind, UUID id, @Nullable UUID film) {}

  private final Map<Key, Instant> known = new LinkedHashMap<>();
  private final int largest;

  Recent(int largest) {
    this.largest = largest;
  }

  boolean isFull() {
    return known.size() >= largest;
  }

  boolean has(ChangeKind kind, Change change) {
    return change.modified().equals(known.get(key(kind, change)));
  }

  /** Remembers those that were stamped at the time or later. */
  void add(ChangeKind kind, List<Change> changes, Instant settled) {
    for (Change change : changes) {
      if (!change.modified().isBefore(settled) && !isFull()) {
        Instant _ = known.put(key(kind, change), change.modified());
      }
    }
  }

  /** Forgets what was stamped earlier, for it is not read again. */
  void forgetBefore(Instant settled) {
    boolean _ = known.values().removeIf(modified -> modified.isBefore(settled));
  }

  private static Key key(ChangeKind kind, Change change) {
    return new Key(kind, change.id(), change.film());
  }
}
