package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.port.UnitOfWork;
import java.util.function.Supplier;

/** Transactions of a {@link MemoryDatabase}, one at a time. */
public final class MemoryUnitOfWork implements UnitOfWork {
  private final MemoryDatabase database;

  public MemoryUnitOfWork(MemoryDatabase database) {
    this.database = database;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return database.transaction(work);
  }
}
