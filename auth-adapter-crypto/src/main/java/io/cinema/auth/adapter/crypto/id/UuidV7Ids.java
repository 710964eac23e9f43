package io.cinema.auth.adapter.crypto.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.cinema.auth.domain.port.Ids;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * UUIDv7 (RFC 9562 section 5.7): each id is greater than the one before, also within a millisecond
 * and when the clock is set back.
 */
public final class UuidV7Ids implements Ids {
  private final TimeBasedEpochGenerator generator =
      Generators.timeBasedEpochGenerator(new SecureRandom());
  private final Lock lock = new ReentrantLock();
  private final InstantSource clock;
  private long latest;

  public UuidV7Ids(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public UUID next() {
    lock.lock();
    try {
      // The generator counts up only while the millisecond stays; it must see none out of order.
      latest = Math.max(latest, clock.millis());
      return generator.construct(latest);
    } finally {
      lock.unlock();
    }
  }
}
