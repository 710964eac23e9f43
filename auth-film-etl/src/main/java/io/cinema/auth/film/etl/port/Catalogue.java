package io.cinema.auth.film.etl.port;

import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.film.etl.film.Film;
import io.cinema.auth.film.etl.sync.Change;
import io.cinema.auth.film.etl.sync.ChangeKind;
import io.cinema.auth.film.etl.sync.Cursor;
import io.cinema.auth.film.etl.sync.Moment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The films as the source has them. For one thread at a time.
 *
 * <p>Every method throws {@link PortUnavailableException} when the catalogue is away; the next call
 * tries to reach it again.
 */
public interface Catalogue extends AutoCloseable {

  /**
   * Whether we are the one who follows this catalogue: no other process is, as long as we can be
   * reached by it. To be asked before each round, for whoever lost the catalogue has lost the
   * claim.
   */
  boolean claim();

  /** A view of the catalogue in which nothing changes. To be closed soon: it holds up vacuum. */
  View view();

  /** How many films there are, roughly: an estimate of the database. */
  long roughly();

  /** Forgets films that were deleted before; returns how many. */
  int forgetDeletions(Instant before);

  @Override
  void close();

  /** The catalogue at one moment. */
  interface View extends AutoCloseable {

    Moment moment();

    /**
     * What was changed behind a place, in the order of {@link Cursor}.
     *
     * @param limit how many at most; fewer means that there is no more
     */
    List<Change> changes(ChangeKind kind, Cursor after, int limit);

    /** The films with these ids, in no order. Who is not there is left out. */
    List<Film> films(Collection<UUID> ids);

    /**
     * All films in the order of their ids.
     *
     * @param limit how many at most; fewer means that there is no more
     */
    List<Film> filmsAfter(UUID id, int limit);

    @Override
    void close();
  }
}
