package io.cinema.auth.film.etl.movies;

import io.cinema.auth.film.etl.film.Film;
import io.cinema.auth.film.etl.port.FilmArchive;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

public final class ImportFilmsService implements ImportFilms {
  private static final int PAGE = 500;

  private final FilmArchive archive;

  public ImportFilmsService(FilmArchive archive) {
    this.archive = archive;
  }

  @Override
  public Imported run(InputStream movies) throws IOException {
    FilmConverter converter = new FilmConverter();
    List<Film> films = new ArrayList<>();
    for (Movie movie : new MoviesReader().read(movies)) {
      films.add(converter.film(movie));
    }
    return new Imported(films.size(), save(films), converter.remarks());
  }

  private int save(List<Film> films) {
    int saved = 0;
    for (int from = 0; from < films.size(); from += PAGE) {
      saved += archive.save(films.subList(from, Math.min(from + PAGE, films.size())));
    }
    return saved;
  }
}
