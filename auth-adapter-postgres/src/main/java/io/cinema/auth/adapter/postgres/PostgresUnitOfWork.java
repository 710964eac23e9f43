package io.cinema.auth.adapter.postgres;

import io.cinema.auth.domain.port.UnitOfWork;
import java.util.function.Supplier;

/**
 * One READ COMMITTED transaction on one pooled connection, bound to the calling thread. Whoever
 * decides by what it reads locks it first. A repository called outside of it commits each statement
 * by itself.
 *
 * <p>When an inner unit of work throws, the outer one can no longer commit, even if it goes on.
 */
@PostgresAdapter("UnitOfWork")
public class PostgresUnitOfWork implements UnitOfWork {
  private final Transactions transactions;

  PostgresUnitOfWork(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return transactions.joined(work);
  }
}
