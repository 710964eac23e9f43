package io.cinema.auth.application.session;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.port.RevocationRepository;
import io.cinema.auth.domain.port.RevocationStore;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.session.Revocation;
import io.cinema.auth.domain.token.AccessTokenTerms;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Runs changes that kill access tokens: the change and its revocations stand together in Postgres,
 * then every node is told through Redis, before the caller is answered.
 */
public final class Revoker {
  private final UnitOfWork unitOfWork;
  private final RevocationRepository truth;
  private final RevocationStore store;
  private final AccessTokenTerms terms;
  private final InstantSource clock;

  public Revoker(
      UnitOfWork unitOfWork,
      RevocationRepository truth,
      RevocationStore store,
      AccessTokenTerms terms,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.truth = truth;
    this.store = store;
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * Runs the work in one unit of work.
   *
   * @param work is handed a way to say which tokens of which user die
   */
  public <T> T revoking(Function<BiConsumer<UserId, Revocation.Subject>, T> work) {
    List<Revocation> dead = new ArrayList<>();
    T result = unitOfWork.inTransaction(() -> revokingWithin(work, dead));
    publish(dead);
    return result;
  }

  private <T> T revokingWithin(
      Function<BiConsumer<UserId, Revocation.Subject>, T> work, List<Revocation> dead) {
    Map<UserId, List<Revocation.Subject>> subjects = new LinkedHashMap<>();
    T done =
        work.apply(
            (user, subject) -> subjects.computeIfAbsent(user, _ -> new ArrayList<>()).add(subject));
    // Only now: the work may have waited for a lock, and tokens were issued meanwhile.
    Instant until = clock.instant().plus(terms.life()).plus(terms.skew());
    subjects.forEach(
        (user, those) -> those.forEach(subject -> dead.add(new Revocation(user, subject, until))));
    if (!dead.isEmpty()) {
      truth.add(dead);
    }
    return done;
  }

  private void publish(List<Revocation> dead) {
    if (dead.isEmpty()) {
      return;
    }
    try {
      store.add(dead, clock.instant());
    } catch (PortUnavailableException redisIsAway) {
      // The truth is kept. This node asks Postgres from now on, and the relay tells the others.
    }
  }
}
