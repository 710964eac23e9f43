package io.cinema.auth.adapter.postgres;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs work in transactions of Micronaut's transaction manager. */
@Singleton
public final class Transactions {
  private static final TransactionDefinition JOINED = TransactionDefinition.DEFAULT;
  private static final TransactionDefinition UNDOABLE =
      TransactionDefinition.of(Propagation.NESTED);

  private final TransactionOperations<Connection> transactions;

  Transactions(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /** Whether this thread is in a transaction already. */
  boolean areRunning() {
    return transactions.findTransactionStatus().isPresent();
  }

  /** Runs the work in the transaction that surrounds it, or in one of its own. */
  public <T> T joined(Supplier<T> work) {
    return run(JOINED, work);
  }

  /**
   * As {@link #joined}, but when the work throws, only the work is undone: the surrounding
   * transaction can go on. Costs a savepoint, two round trips.
   */
  public <T> T undoable(Supplier<T> work) {
    return run(UNDOABLE, work);
  }

  private <T> T run(TransactionDefinition definition, Supplier<T> work) {
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    try {
      return Objects.requireNonNull(
          transactions.execute(definition, _ -> noting(failure, work)), "work without a result");
    } catch (RuntimeException | Error thrown) {
      // A rollback on a broken connection fails too, and would hide why the work failed.
      switch (failure.get()) {
        case RuntimeException first -> throw first;
        case Error first -> throw first;
        case null, default -> throw thrown;
      }
    }
  }

  private static <T> T noting(AtomicReference<@Nullable Throwable> failure, Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException | Error e) {
      failure.set(e);
      throw e;
    }
  }
}
