package io.cinema.auth.bootstrap.metrics;

import io.cinema.auth.adapter.redis.RedisRevocationStore;
import io.cinema.auth.bootstrap.cli.CliContext;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.port.RevocationStore;
import io.cinema.auth.domain.session.Revocation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * The fast copy of revocations, counting what it answers: {@code auth_revocation_lookups_total}.
 * All but {@code known} cost a statement in Postgres each.
 */
@Singleton
@Primary
@Requires(notEnv = CliContext.ENVIRONMENT)
final class MeasuredRevocationStore implements RevocationStore {
  private enum Answer {
    KNOWN,
    UNFILLED,
    AWAY
  }

  private final RedisRevocationStore store;
  private final Outcomes<Answer> answers;

  MeasuredRevocationStore(RedisRevocationStore store, MeterRegistry registry) {
    this.store = store;
    this.answers = new Outcomes<>(registry, "auth.revocation.lookups", Answer.class);
  }

  @Override
  public Lookup find(UserId user) {
    try {
      Lookup found = store.find(user);
      answers.count(found instanceof Known ? Answer.KNOWN : Answer.UNFILLED);
      return found;
    } catch (PortUnavailableException away) {
      answers.count(Answer.AWAY);
      throw away;
    }
  }

  @Override
  public void add(Collection<Revocation> revocations, Instant now) {
    store.add(revocations, now);
  }

  @Override
  public boolean fill(Supplier<List<Revocation>> truth, Instant now) {
    return store.fill(truth, now);
  }
}
