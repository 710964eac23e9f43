package io.cinema.auth.cli.film;

import io.cinema.auth.cli.output.Document;
import io.cinema.auth.cli.output.Table;
import io.cinema.auth.film.etl.film.LabelledFilm;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a film is shown to who labels it. */
final class FilmView {
  private FilmView() {}

  /** As the search index spells it. */
  static Document document(LabelledFilm film) {
    return new Document()
        .with("id", film.id())
        .with("title", film.title())
        .with("genres", film.genres())
        .with("imdb_rating", film.imdbRating())
        .with("creation_date", film.creationDate())
        .with("access_label", film.label());
  }

  static List<Map<String, @Nullable Object>> documents(List<LabelledFilm> films) {
    return films.stream().map(film -> document(film).fields()).toList();
  }

  /**
   * @param label what the column of the labels is called
   */
  static Table table(List<LabelledFilm> films, String label) {
    Table table = new Table("ID", "TITLE", "RELEASED", "GENRES", "RATING", label);
    for (LabelledFilm film : films) {
      Table _ =
          table.row(
              film.id(),
              film.title(),
              film.creationDate(),
              film.genres(),
              film.imdbRating(),
              film.label());
    }
    return table;
  }

  static String counted(long films) {
    return films == 1 ? "1 film" : films + " films";
  }
}
