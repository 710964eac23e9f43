package io.cinema.auth.film.etl.movies;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ids made of names (RFC 9562, version 5), so that who imports a file again means the same films.
 * What goes into a name must stay as it is for good.
 */
final class NameIds {
  private static final NameBasedGenerator FILMS = in("f6b0a3de-6a6c-4ab5-9a35-0d2f5b3c8e01");
  private static final NameBasedGenerator GENRES = in("f6b0a3de-6a6c-4ab5-9a35-0d2f5b3c8e02");
  private static final NameBasedGenerator PEOPLE = in("f6b0a3de-6a6c-4ab5-9a35-0d2f5b3c8e03");

  private NameIds() {}

  /** Version 5 is what it makes when no digest is named. */
  private static NameBasedGenerator in(String namespace) {
    return Generators.nameBasedGenerator(UUID.fromString(namespace));
  }

  /**
   * @param title as it stands in the file, and so the date
   * @param times how many films of that title and date came before
   */
  static UUID film(@Nullable String title, String date, int times) {
    String name = (title == null ? "" : title) + "\n" + date;
    return FILMS.generate(times == 0 ? name : name + "\n" + times);
  }

  static UUID genre(String name) {
    return GENRES.generate(name);
  }

  static UUID person(String name) {
    return PEOPLE.generate(name);
  }
}
