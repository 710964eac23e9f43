package io.cinema.auth.film.etl.label;

import io.cinema.auth.domain.access.ContentLabel;
import io.cinema.auth.film.etl.film.LabelledFilm;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives a label to the films that meet all its conditions; one without conditions to all. A film
 * whose rating or date nobody knows does not meet a condition about it.
 *
 * @param genres the film has at least one of these, whatever the case of letters; empty for any
 * @param ratedFrom lowest IMDB rating
 * @param ratedBelow the rating must be lower
 * @param releasedFrom first day
 * @param releasedBefore the day must be earlier
 */
public record LabelRule(
    ContentLabel label,
    Set<String> genres,
    @Nullable Double ratedFrom,
    @Nullable Double ratedBelow,
    @Nullable LocalDate releasedFrom,
    @Nullable LocalDate releasedBefore) {

  public LabelRule {
    genres = Set.copyOf(genres);
  }

  /**
   * The label of the first rule that the film meets; empty when it meets none and keeps its own.
   */
  public static Optional<ContentLabel> decide(List<LabelRule> rules, LabelledFilm film) {
    return rules.stream().filter(rule -> rule.meets(film)).map(LabelRule::label).findFirst();
  }

  private boolean meets(LabelledFilm film) {
    return ofGenre(film.genres()) && rated(film.imdbRating()) && released(film.creationDate());
  }

  private boolean ofGenre(List<String> has) {
    return genres.isEmpty()
        || has.stream().anyMatch(one -> genres.stream().anyMatch(one::equalsIgnoreCase));
  }

  private boolean rated(@Nullable Double rating) {
    if (ratedFrom == null && ratedBelow == null) {
      return true;
    }
    return rating != null
        && (ratedFrom == null || rating >= ratedFrom)
        && (ratedBelow == null || rating < ratedBelow);
  }

  private boolean released(@Nullable LocalDate day) {
    if (releasedFrom == null && releasedBefore == null) {
      return true;
    }
    return day != null
        && (releasedFrom == null || !day.isBefore(releasedFrom))
        && (releasedBefore == null || day.isBefore(releasedBefore));
  }
}
