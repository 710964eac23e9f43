package io.cinema.auth.film.etl.movies;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads a file of films in the form of vega-datasets' movies.json into the catalogue. Of a file
 * that is refused nothing is taken; one that is read again means the same films.
 */
public interface ImportFilms {

  /**
   * @throws IOException when the file can't be read, or is no such file: says in which line
   */
  Imported run(InputStream movies) throws IOException;

  /**
   * @param films how many the file has
   * @param saved how many were added or changed
   * @param remarks what was odd and how it was taken: a sentence each, with how often
   */
  record Imported(int films, int saved, List<String> remarks) {}
}
