package io.cinema.auth.domain.port;

import java.util.function.Supplier;

/** Runs work so that all that it wrote through the repositories stands, or nothing of it. */
public interface UnitOfWork {

  /**
   * Runs the work in one transaction, committed when it returns, rolled back when it throws. A call
   * inside another joins it.
   *
   * @throws PortUnavailableException when the store is away; whether a commit that broke off took
   *     effect is not known then, as with any database
   */
  <T> T inTransaction(Supplier<T> work);

  /** As {@link #inTransaction}, for work without a result. */
  default void run(Runnable work) {
    Boolean _ =
        inTransaction(
            () -> {
              work.run();
              return Boolean.TRUE;
            });
  }
}
