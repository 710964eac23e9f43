package io.cinema.auth.film.etl.label;

import io.cinema.auth.film.etl.film.LabelledFilm;
import io.cinema.auth.film.etl.sync.Cursor;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Goes through films page by page, so that millions of them take no room. */
final class FilmPages {
  static final int SIZE = 1_000;

  private FilmPages() {}

  /** Films behind the one with that id, in the order of their ids. */
  @FunctionalInterface
  interface Source {
    List<LabelledFilm> after(UUID film, int limit);
  }

  static void each(Source source, Consumer<List<LabelledFilm>> taking) {
    List<LabelledFilm> page = source.after(Cursor.FIRST, SIZE);
    while (!page.isEmpty()) {
      taking.accept(page);
      page = page.size() < SIZE ? List.of() : source.after(page.getLast().id(), SIZE);
    }
  }
}
