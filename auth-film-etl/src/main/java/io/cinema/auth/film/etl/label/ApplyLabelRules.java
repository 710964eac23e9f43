package io.cinema.auth.film.etl.label;

import io.cinema.auth.domain.access.ContentLabel;
import io.cinema.auth.film.etl.film.LabelledFilm;
import java.util.List;

/** Labels all films by a file of rules. */
public interface ApplyLabelRules {

  /** How many films {@link Applied} names. */
  int SHOWN = 20;

  /**
   * @throws BadRulesException when the file can't be understood; nothing is changed then
   */
  Applied apply(Command command);

  /**
   * @param rules the whole file
   * @param dryRun whether to leave everything as it is and only tell
   */
  record Command(String rules, boolean dryRun) {}

  /**
   * @param films how many there are
   * @param changes what was changed, or would be, from which label to which, most films first
   * @param examples the first {@link #SHOWN} films of it
   */
  record Applied(long films, List<Relabelled> changes, List<Example> examples) {}

  /** So many films went from one label to another. */
  record Relabelled(ContentLabel from, ContentLabel to, long films) {}

  /** A film with the label that it had, and the one it gets. */
  record Example(LabelledFilm film, ContentLabel to) {}
}
