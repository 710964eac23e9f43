package io.cinema.auth.film.etl.port;

import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.film.etl.film.Film;
import java.util.List;
import java.util.UUID;

/** The films as searches find them. */
public interface IndexedFilms {

  /**
   * All films in the order of their ids, as they were when the first of them were asked for or
   * later.
   *
   * @param limit how many at most; fewer means that there is no more
   * @throws PortUnavailableException when the index is away
   */
  List<Film> after(UUID id, int limit);
}
