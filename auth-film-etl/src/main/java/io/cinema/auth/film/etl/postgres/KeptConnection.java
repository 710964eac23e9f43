package io.cinema.auth.film.etl.postgres;

import io.cinema.auth.domain.port.PortUnavailableException;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the catalogue, opened when it is needed, and anew after it was lost. For one
 * thread at a time.
 */
final class KeptConnection implements AutoCloseable {
  static final String PORT = "Catalogue";

  /** Every page is planned for its own values, which takes less than a millisecond. */
  private static final String SETTINGS = "SET plan_cache_mode = force_custom_plan; SET jit = off";

  private static final String ONE_SNAPSHOT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

  private final Jdbi jdbi;
  private @Nullable Handle open;

  KeptConnection(DataSource database) {
    jdbi = Jdbi.create(database).registerArrayType(UUID.class, "uuid");
    // It would have us end a transaction on a connection that is broken.
    var _ = jdbi.configure(Handles.class, handles -> handles.setForceEndTransactions(false));
  }

  /**
   * Asks on the connection that is there, or on a new one.
   *
   * @throws PortUnavailableException when the catalogue is away; the connection is given up then
   */
  <T> T ask(Function<Handle, T> question) {
    try {
      return question.apply(handle());
    } catch (RuntimeException e) {
      throw told(e);
    }
  }

  /**
   * Asks in a transaction that was begun.
   *
   * @param begun what {@link #begin} returned
   * @throws PortUnavailableException when the catalogue is away, or the transaction is over
   */
  <T> T ask(Handle begun, Function<Handle, T> question) {
    if (!begun.equals(open)) {
      throw PortUnavailableException.down(PORT, null);
    }
    return ask(question);
  }

  /** Begins a transaction in which all queries see what the first one sees. */
  Handle begin() {
    rollBack();
    return ask(
        handle -> {
          int _ = handle.begin().execute(ONE_SNAPSHOT);
          return handle;
        });
  }

  /** Ends the transaction, if there is one. Where that fails it has ended by itself. */
  void rollBack() {
    Handle handle = open;
    if (handle == null) {
      return;
    }
    try {
      if (handle.isInTransaction()) {
        var _ = handle.rollback();
      }
    } catch (JdbiException _) {
      close();
    }
  }

  private Handle handle() {
    Handle handle = open;
    if (handle == null) {
      handle = jdbi.open();
      open = handle;
      int _ = handle.execute(SETTINGS);
    }
    return handle;
  }

  private RuntimeException told(RuntimeException failure) {
    RuntimeException told = Trouble.of(PORT, failure);
    if (told instanceof PortUnavailableException) {
      close();
    }
    return told;
  }

  @Override
  public void close() {
    Handle handle = open;
    open = null;
    if (handle != null) {
      try {
        handle.close();
      } catch (JdbiException _) {
        // It is broken, and so it is closed.
      }
    }
  }
}
