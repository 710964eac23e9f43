package io.cinema.auth.application.upkeep;

import io.cinema.auth.domain.port.KeyRing;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.port.SigningKeyGenerator;
import io.cinema.auth.domain.port.SigningKeyRepository;
import io.cinema.auth.domain.token.KeySchedule;
import io.cinema.auth.domain.token.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the signing keys: makes the next one in time, forgets old ones, and hands this node those
 * that count.
 */
public final class SigningKeyUpkeep {
  /**
   * How often strangers can make this node read its keys by showing it tokens with made-up key ids.
   */
  private static final Duration RELOAD_PAUSE = Duration.ofSeconds(30);

  private final SigningKeyRepository repository;
  private final SigningKeyGenerator generator;
  private final KeyRing ring;
  private final KeySchedule schedule;
  private final InstantSource clock;
  private final Lock reloading = new ReentrantLock();

  private @Nullable Instant lastReload;
  private boolean reloaded;

  public SigningKeyUpkeep(
      SigningKeyRepository repository,
      SigningKeyGenerator generator,
      KeyRing ring,
      KeySchedule schedule,
      InstantSource clock) {
    this.repository = repository;
    this.generator = generator;
    this.ring = ring;
    this.schedule = schedule;
    this.clock = clock;
  }

  /**
   * Runs one round. Nodes may run it at the same time.
   *
   * @throws PortUnavailableException when the keys can't be read; this node goes on with those it
   *     has
   */
  public void run() {
    Instant now = clock.instant();
    List<SigningKey> keys = repository.all();
    // First of all: a node that can't open the keys there are must not add one that others can't
    // open.
    ring.load(schedule.published(keys, now));
    Optional<Instant> due = schedule.due(keys, now);
    if (due.isPresent()) {
      int next = keys.isEmpty() ? 1 : keys.getLast().generation() + 1;
      // Another node may have been first: then its key stands and ours was for nothing.
      boolean _ = repository.add(generator.generate(next, now, due.get()));
      keys = repository.all();
      ring.load(schedule.published(keys, now));
    }
    List<SigningKey> forgotten = schedule.forgotten(keys, now);
    if (!forgotten.isEmpty()) {
      repository.remove(forgotten);
    }
  }

  /**
   * Reads the keys again because a token named one this node does not know; at most once in a
   * while. Who comes while they are being read waits for it: all who bring tokens of a new key at
   * once are let in.
   *
   * @return whether another look is worth it: they were read lately
   */
  public boolean reloadForUnknownKey() {
    reloading.lock();
    try {
      Instant now = clock.instant();
      Instant last = lastReload;
      if (last == null || !now.isBefore(last.plus(RELOAD_PAUSE))) {
        lastReload = now;
        reloaded = reload(now);
      }
      return reloaded;
    } finally {
      reloading.unlock();
    }
  }

  private boolean reload(Instant now) {
    try {
      ring.load(schedule.published(repository.all(), now));
      return true;
    } catch (PortUnavailableException | IllegalStateException goOnWithTheKeysWeHave) {
      return false;
    }
  }
}
