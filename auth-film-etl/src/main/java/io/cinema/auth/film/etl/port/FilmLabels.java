package io.cinema.auth.film.etl.port;

import io.cinema.auth.domain.access.ContentLabel;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.film.etl.film.LabelledFilm;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The labels in the catalogue. Every method throws {@link PortUnavailableException} when it is
 * away, and {@link CatalogueMissingException} when there is no catalogue.
 */
public interface FilmLabels {

  /** How many films carry each label. Labels that no film carries are not there. */
  Map<ContentLabel, Long> counts();

  Optional<LabelledFilm> find(UUID film);

  /**
   * Films whose title holds the text, whatever the case of letters, in the order of their ids.
   *
   * @param after the last one of the page before
   */
  List<LabelledFilm> titled(String text, UUID after, int limit);

  /** All films in the order of their ids. */
  List<LabelledFilm> after(UUID film, int limit);

  /** Labels films. Returns how many carried another label; the others are not touched. */
  int label(Collection<UUID> films, ContentLabel label);
}
