package io.cinema.auth.film.etl.label;

import io.cinema.auth.domain.access.ContentLabel;
import io.cinema.auth.domain.value.InvalidValueException;
import io.cinema.auth.film.etl.film.LabelledFilm;
import java.util.List;

/** Labels one film, or those with words in their title. */
public interface SetLabel {

  /** How many films {@link Several} names, and {@link Labelled}. */
  int SHOWN = 20;

  Result set(Command command);

  /**
   * @param film the id of a film, or text of its title, whatever the case of letters
   * @param all whether to label all films with that text in their title, not only a single one
   * @param dryRun whether to leave everything as it is and only tell
   */
  record Command(String film, ContentLabel label, boolean all, boolean dryRun) {

    /**
     * @throws InvalidValueException for field {@code film}: {@code blank}
     */
    public Command {
      film = film.strip();
      if (film.isEmpty()) {
        throw new InvalidValueException("film", "blank", "must not be blank");
      }
    }
  }

  sealed interface Result {}

  /**
   * @param changed how many got another label, or would
   * @param found how many were meant
   * @param films those, the first {@link #SHOWN}, with the label they had
   */
  record Labelled(long changed, long found, List<LabelledFilm> films) implements Result {}

  /** Nothing was done: more than one film is meant, and {@code all} was not said. */
  record Several(long found, List<LabelledFilm> films) implements Result {}

  /** No film has that id or that text in its title. */
  record NoSuchFilm() implements Result {}
}
