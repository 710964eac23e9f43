package io.cinema.auth.film.etl.port;

import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.film.etl.film.Film;
import java.util.List;

/**
 * Where films are put that come from elsewhere. Throws {@link PortUnavailableException} when it is
 * away, and {@link CatalogueMissingException} when there is no catalogue.
 */
public interface FilmArchive {

  /**
   * Adds films with their genres and people, or brings those up to date that are there already. A
   * label that was given here stays. What is the same already is not written, and so not changed.
   *
   * @return how many films were added or changed
   */
  int save(List<Film> films);
}
