package io.cinema.auth.film.etl.postgres;

import io.cinema.auth.film.etl.film.Film;
import io.cinema.auth.film.etl.film.Named;
import io.cinema.auth.film.etl.port.FilmArchive;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Puts films into the schema {@code content}, all of a call or none. Of a film that is given twice
 * the last one counts.
 */
public final class PostgresFilmArchive implements FilmArchive {
  private static final int BATCH = 500;

  private final Database database;

  public PostgresFilmArchive(DataSource database) {
    this.database = new Database("FilmArchive", database);
  }

  @Override
  public int save(List<Film> films) {
    Map<UUID, Film> byId = new LinkedHashMap<>();
    films.forEach(film -> byId.put(film.id(), film));
    List<Film> all = List.copyOf(byId.values());
    return database.write(
        handle -> {
          int saved = 0;
          for (int from = 0; from < all.size(); from += BATCH) {
            saved += save(handle, all.subList(from, Math.min(from + BATCH, all.size())));
          }
          return saved;
        });
  }

  private static int save(Handle handle, List<Film> films) {
    saveNamed(handle, ArchiveSql.GENRES, films.stream().flatMap(film -> film.genres().stream()));
    saveNamed(handle, ArchiveSql.PERSONS, films.stream().flatMap(PostgresFilmArchive::people));
    Set<UUID> changed = new HashSet<>(saveFilms(handle, films));
    changed.addAll(saveGenresOf(handle, films));
    changed.addAll(savePeopleOf(handle, films));
    return changed.size();
  }

  private static Stream<Named> people(Film film) {
    return Stream.of(film.actors(), film.writers(), film.directors()).flatMap(List::stream);
  }

  private static void saveNamed(Handle handle, String sql, Stream<Named> all) {
    Map<UUID, String> names = new LinkedHashMap<>();
    all.forEach(named -> names.put(named.id(), named.name()));
    int _ =
        handle
            .createUpdate(sql)
            .bindArray("ids", UUID.class, List.copyOf(names.keySet()))
            .bindArray("names", String.class, List.copyOf(names.values()))
            .execute();
  }

  private static List<UUID> saveFilms(Handle handle, List<Film> films) {
    return handle
        .createQuery(ArchiveSql.FILMS)
        .bindArray("ids", UUID.class, column(films, Film::id))
        .bindArray("titles", String.class, column(films, Film::title))
        .bindArray("descriptions", String.class, column(films, Film::description))
        .bindArray("ratings", Double.class, column(films, Film::imdbRating))
        .bindArray("creationDates", LocalDate.class, column(films, Film::creationDate))
        .bindArray("types", String.class, column(films, Film::type))
        .bindArray("labels", String.class, column(films, film -> film.label().value()))
        .bindArray("minAges", Integer.class, column(films, Film::minAge))
        .mapTo(UUID.class)
        .list();
  }

  private static Set<UUID> saveGenresOf(Handle handle, List<Film> films) {
    List<Part> parts = films.stream().flatMap(Part::genres).distinct().toList();
    return saveParts(handle, films, parts, ArchiveSql.REMOVE_GENRES, ArchiveSql.ADD_GENRES);
  }

  private static Set<UUID> savePeopleOf(Handle handle, List<Film> films) {
    List<Part> parts = films.stream().flatMap(Part::people).distinct().toList();
    return saveParts(handle, films, parts, ArchiveSql.REMOVE_PEOPLE, ArchiveSql.ADD_PEOPLE);
  }

  /** Returns the films that lost or got something. */
  private static Set<UUID> saveParts(
      Handle handle, List<Film> films, List<Part> parts, String remove, String add) {
    UUID[] all = films.stream().map(Film::id).toArray(UUID[]::new);
    Set<UUID> changed = new HashSet<>();
    try (Query query = handle.createQuery(remove).bind("films", all)) {
      changed.addAll(bind(query, parts).mapTo(UUID.class).list());
    }
    try (Query query = handle.createQuery(add)) {
      changed.addAll(bind(query, parts).mapTo(UUID.class).list());
    }
    return changed;
  }

  private static Query bind(Query query, List<Part> parts) {
    return query
        .bindArray("linkFilms", UUID.class, column(parts, Part::film))
        .bindArray("linkOwners", UUID.class, column(parts, Part::owner))
        .bindArray("linkRoles", String.class, column(parts, Part::role));
  }

  private static <T> List<@Nullable Object> column(
      List<T> rows, Function<T, @Nullable Object> column) {
    List<@Nullable Object> values = new ArrayList<>(rows.size());
    rows.forEach(row -> values.add(column.apply(row)));
    return values;
  }

  /** A genre of a film, whose role is empty, or somebody in a role. */
  private record Part(UUID film, UUID owner, String role) {

    static Stream<Part> genres(Film film) {
      return of(film, film.genres(), "");
    }

    static Stream<Part> people(Film film) {
      return Stream.of(
              of(film, film.actors(), "actor"),
              of(film, film.writers(), "writer"),
              of(film, film.directors(), "director"))
          .flatMap(part -> part);
    }

    private static Stream<Part> of(Film film, List<Named> owners, String role) {
      return owners.stream().map(owner -> new Part(film.id(), owner.id(), role));
    }
  }
}
