package io.cinema.auth.adapter.postgres;

import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.port.PortUnavailableException.Reason;
import io.cinema.auth.domain.port.UnitOfWork;
import io.micronaut.context.annotation.Property;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One READ COMMITTED transaction on one pooled connection, bound to the calling thread. Whoever
 * decides by what it reads locks it first. A repository called outside of it commits each statement
 * by itself.
 *
 * <p>When an inner unit of work throws, the outer one can no longer commit, even if it goes on.
 *
 * <p>A quarter of the pool is kept from units of work: they wait for locks and for the disk, and
 * those that read would wait with them (docs/performance.md, the login storm).
 */
@PostgresAdapter("UnitOfWork")
public class PostgresUnitOfWork implements UnitOfWork {
  /** As long as a call waits for a connection. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Transactions transactions;
  private final Semaphore room;

  PostgresUnitOfWork(
      Transactions transactions,
      @Property(name = "datasources.default.maximum-pool-size") int poolSize) {
    this.transactions = transactions;
    // Fair: who came first has waited longest for nothing but others like them.
    this.room = new Semaphore(Math.max(1, poolSize - Math.max(1, poolSize / 4)), true);
  }

  /**
   * @throws PortUnavailableException also when too many others are at it
   */
  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return transactions.areRunning() ? transactions.joined(work) : inRoom(work);
  }

  private <T> T inRoom(Supplier<T> work) {
    if (!entered()) {
      throw new PortUnavailableException("UnitOfWork", Reason.OVERLOADED, PATIENCE, null);
    }
    try {
      return transactions.joined(work);
    } finally {
      room.release();
    }
  }

  private boolean entered() {
    try {
      return room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
