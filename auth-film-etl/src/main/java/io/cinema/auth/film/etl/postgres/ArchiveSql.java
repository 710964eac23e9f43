package io.cinema.auth.film.etl.postgres;

/**
 * The statements of {@link PostgresFilmArchive}. Each takes a batch as one array a column, writes
 * only what differs, and does so in the order of ids, so that two imports never wait crosswise.
 */
final class ArchiveSql {

  static final String GENRES = named("genre", "name");

  static final String PERSONS = named("person", "full_name");

  /** The label is given once; an age that the file does not know stays. */
  static final String FILMS =
      """
      INSERT INTO content.film_work AS film (id, title, description, rating, creation_date, type, access_label, min_age, created)
      SELECT id, title, description, rating, creation_date, type, access_label, min_age::smallint, now()
      FROM unnest(:ids, :titles, :descriptions, :ratings, :creationDates, :types, :labels, :minAges)
          AS given (id, title, description, rating, creation_date, type, access_label, min_age)
      ORDER BY id
      ON CONFLICT (id) DO UPDATE SET
          title = EXCLUDED.title,
          description = EXCLUDED.description,
          rating = EXCLUDED.rating,
          creation_date = EXCLUDED.creation_date,
          type = EXCLUDED.type,
          min_age = coalesce(EXCLUDED.min_age, film.min_age)
      WHERE
          (film.title, film.description, film.rating, film.creation_date, film.type, film.min_age)
          IS DISTINCT FROM
          (EXCLUDED.title, EXCLUDED.description, EXCLUDED.rating, EXCLUDED.creation_date, EXCLUDED.type, coalesce(EXCLUDED.min_age, film.min_age))
      RETURNING film.id
      """;

  static final String REMOVE_GENRES =
      """
      DELETE FROM content.genre_film_work AS link
      WHERE link.film_work_id = ANY (:films)
          AND NOT EXISTS (
              SELECT
              FROM unnest(:linkFilms, :linkOwners, :linkRoles) AS given (film, genre, role)
              WHERE given.film = link.film_work_id AND given.genre = link.genre_id
          )
      RETURNING link.film_work_id
      """;

  static final String ADD_GENRES =
      """
      INSERT INTO content.genre_film_work (id, film_work_id, genre_id, created)
      SELECT gen_random_uuid(), film, genre, now()
      FROM unnest(:linkFilms, :linkOwners, :linkRoles) AS given (film, genre, role)
      WHERE NOT EXISTS (
          SELECT
          FROM content.genre_film_work AS link
          WHERE link.film_work_id = given.film AND link.genre_id = given.genre
      )
      ORDER BY film, genre
      ON CONFLICT DO NOTHING
      RETURNING film_work_id
      """;

  /** In roles that we know; a catalogue may have more. */
  static final String REMOVE_PEOPLE =
      """
      DELETE FROM content.person_film_work AS link
      WHERE link.film_work_id = ANY (:films)
          AND link.role IN ('actor', 'writer', 'director')
          AND NOT EXISTS (
              SELECT
              FROM unnest(:linkFilms, :linkOwners, :linkRoles) AS given (film, person, role)
              WHERE given.film = link.film_work_id AND given.person = link.person_id AND given.role = link.role
          )
      RETURNING link.film_work_id
      """;

  static final String ADD_PEOPLE =
      """
      INSERT INTO content.person_film_work (id, film_work_id, person_id, role, created)
      SELECT gen_random_uuid(), film, person, role, now()
      FROM unnest(:linkFilms, :linkOwners, :linkRoles) AS given (film, person, role)
      WHERE NOT EXISTS (
          SELECT
          FROM content.person_film_work AS link
          WHERE link.film_work_id = given.film AND link.person_id = given.person AND link.role = given.role
      )
      ORDER BY film, person, role
      ON CONFLICT DO NOTHING
      RETURNING film_work_id
      """;

  private ArchiveSql() {}

  private static String named(String table, String column) {
    return """
        INSERT INTO content.%1$s AS known (id, %2$s, created)
        SELECT id, name, now()
        FROM unnest(:ids, :names) AS given (id, name)
        ORDER BY id
        ON CONFLICT (id) DO UPDATE SET %2$s = EXCLUDED.%2$s
        WHERE known.%2$s <> EXCLUDED.%2$s
        """
        .formatted(table, column);
  }
}
