package io.cinema.auth.film.etl.label;

import io.cinema.auth.domain.value.Uuids;
import io.cinema.auth.film.etl.film.LabelledFilm;
import io.cinema.auth.film.etl.port.FilmLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

public final class SetLabelService implements SetLabel {
  private final FilmLabels labels;

  public SetLabelService(FilmLabels labels) {
    this.labels = labels;
  }

  @Override
  public Result set(Command command) {
    return Uuids.parse(command.film()).map(id -> one(id, command)).orElseGet(() -> titled(command));
  }

  private Result one(UUID id, Command command) {
    return labels
        .find(id)
        .<Result>map(film -> labelled(List.of(film), command))
        .orElseGet(NoSuchFilm::new);
  }

  private Result labelled(List<LabelledFilm> page, Command command) {
    Found found = new Found();
    found.take(page, command);
    return found.labelled();
  }

  private Result titled(Command command) {
    return command.all() ? all(command) : single(command);
  }

  private Result all(Command command) {
    Found found = new Found();
    FilmPages.each(source(command), page -> found.take(page, command));
    return found.films == 0 ? new NoSuchFilm() : found.labelled();
  }

  private Result single(Command command) {
    Found found = new Found();
    FilmPages.each(source(command), found::count);
    if (found.films == 0) {
      return new NoSuchFilm();
    }
    return found.films == 1
        ? labelled(found.shown, command)
        : new Several(found.films, found.shown);
  }

  private FilmPages.Source source(Command command) {
    return (after, limit) -> labels.titled(command.film(), after, limit);
  }

  /** What was found so far. */
  private final class Found {
    private final List<LabelledFilm> shown = new ArrayList<>();
    private long films;
    private long changed;

    void count(List<LabelledFilm> page) {
      films += page.size();
      shown.addAll(page.subList(0, Math.min(page.size(), SHOWN - shown.size())));
    }

    void take(List<LabelledFilm> page, Command command) {
      count(page);
      changed +=
          command.dryRun()
              ? page.stream().filter(film -> !film.label().equals(command.label())).count()
              : labels.label(page.stream().map(LabelledFilm::id).toList(), command.label());
    }

    Labelled labelled() {
      return new Labelled(changed, films, List.copyOf(shown));
    }
  }
}
