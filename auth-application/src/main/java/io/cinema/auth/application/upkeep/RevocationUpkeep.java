package io.cinema.auth.application.upkeep;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.port.Ids;
import io.cinema.auth.domain.port.RevocationRepository;
import io.cinema.auth.domain.port.RevocationStore;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps the revocation store believable: fills it when it may have forgotten, and brings it what
 * did not reach it.
 */
public final class RevocationUpkeep {
  private static final int BATCH = 500;

  private final RevocationRepository truth;
  private final RevocationStore store;
  private final Ids ids;
  private final InstantSource clock;

  public RevocationUpkeep(
      RevocationRepository truth, RevocationStore store, Ids ids, InstantSource clock) {
    this.truth = truth;
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Fills the store if it says that it may have forgotten something.
   *
   * @return whether it can be believed now
   */
  public boolean fillIfNeeded() {
    return switch (store.find(new UserId(ids.next()))) {
      case RevocationStore.Known _ -> true;
      case RevocationStore.Unfilled _ -> {
        Instant now = clock.instant();
        yield store.fill(() -> truth.standing(now), now);
      }
    };
  }

  /** Publishes revocations whose node died or lost Redis between its commit and its publication. */
  public void relay() {
    int handed;
    do {
      handed = truth.relay(BATCH, batch -> store.add(batch, clock.instant()));
    } while (handed == BATCH);
  }

  /** Forgets revocations of tokens that have expired anyway. */
  public void purge() {
    int _ = truth.purge(clock.instant());
  }
}
