package io.cinema.auth.film.etl.film;

import io.cinema.auth.domain.access.ContentLabel;
import io.cinema.auth.domain.role.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A film with all that one searches it by.
 *
 * @param imdbRating from 0 to 10, or null where nobody has rated it
 * @param type {@code movie}, {@code tv_show} or what else the catalogue has
 * @param genres by name, as are the people
 * @param minAge in years, or null for everybody
 */
public record Film(
    UUID id,
    String title,
    @Nullable String description,
    @Nullable Double imdbRating,
    @Nullable LocalDate creationDate,
    String type,
    List<Named> genres,
    List<Named> actors,
    List<Named> writers,
    List<Named> directors,
    ContentLabel label,
    @Nullable Integer minAge) {

  /**
   * What one must hold to watch it, or null for what everybody may watch. A label that asks for no
   * more than to be signed in names its permission as well: who filters by permissions alone hides
   * too much rather than too little.
   */
  public @Nullable Permission requiredPermission() {
    return label.equals(ContentLabel.PUBLIC) ? null : label.permission();
  }
}
