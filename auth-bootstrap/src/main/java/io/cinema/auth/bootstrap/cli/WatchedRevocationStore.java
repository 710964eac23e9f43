package io.cinema.auth.bootstrap.cli;

import io.cinema.auth.adapter.redis.RedisRevocationStore;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.port.RevocationStore;
import io.cinema.auth.domain.session.Revocation;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * The store, remembering whether it failed to publish. The use cases let that pass, as the service
 * relays what was missed; but whoever is at the keyboard should know.
 */
@Singleton
@Primary
@Requires(env = CliContext.ENVIRONMENT)
final class WatchedRevocationStore implements RevocationStore {
  private final RedisRevocationStore store;
  private boolean missed;

  WatchedRevocationStore(RedisRevocationStore store) {
    this.store = store;
  }

  /** Whether there are revocations that no node was told of by this process. */
  boolean missed() {
    return missed;
  }

  @Override
  public Lookup find(UserId user) {
    return store.find(user);
  }

  @Override
  public void add(Collection<Revocation> revocations, Instant now) {
    try {
      store.add(revocations, now);
    } catch (PortUnavailableException away) {
      missed = true;
      throw away;
    }
  }

  @Override
  public boolean fill(Supplier<List<Revocation>> truth, Instant now) {
    return store.fill(truth, now);
  }
}
