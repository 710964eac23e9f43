package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.port.RevocationStore;
import io.cinema.auth.domain.session.Revocation;
import io.cinema.auth.domain.session.RevokedTokens;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The fast copy in memory. Nodes that share one object share one backend. {@link #empty} forgets
 * everything, as a backend does that was restarted.
 */
public final class MemoryRevocationStore implements RevocationStore {
  private final Map<UserId, Map<Revocation.Subject, Instant>> entries = new HashMap<>();
  private boolean filled;

  /** How often it was emptied; tells a filling that it came too late. */
  private long epoch;

  @Override
  public synchronized Lookup find(UserId user) {
    return filled
        ? new Known(RevokedTokens.of(entries.getOrDefault(user, Map.of()).keySet()))
        : new Unfilled();
  }

  @Override
  public synchronized void add(Collection<Revocation> revocations, Instant now) {
    for (Revocation revocation : revocations) {
      Map<Revocation.Subject, Instant> ofUser =
          entries.computeIfAbsent(revocation.user(), _ -> new HashMap<>());
      ofUser.merge(revocation.subject(), revocation.until(), MemoryRevocationStore::later);
      ofUser.values().removeIf(until -> !until.isAfter(now));
    }
  }

  @Override
  public boolean fill(Supplier<List<Revocation>> truth, Instant now) {
    long before = epoch();
    List<Revocation> read = truth.get();
    synchronized (this) {
      if (before != epoch) {
        return false;
      }
      add(read, now);
      filled = true;
      return true;
    }
  }

  /** Forgets everything. */
  public synchronized void empty() {
    entries.clear();
    filled = false;
    epoch++;
  }

  private synchronized long epoch() {
    return epoch;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
