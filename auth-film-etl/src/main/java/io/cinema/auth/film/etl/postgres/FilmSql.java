package io.cinema.auth.film.etl.postgres;

/** The statements that read whole films. */
final class FilmSql {

  /** None for what JSON has no number for. */
  static final String RATING =
      "CASE WHEN film.rating > '-Infinity' AND film.rating < 'Infinity'"
          + " THEN film.rating::double precision END";

  /** None for what nobody else reads as a date: infinity, the year 10000, before Christ. */
  static final String CREATION_DATE =
      "CASE WHEN film.creation_date BETWEEN '0001-01-01' AND '9999-12-31'"
          + " THEN film.creation_date::date END";

  static final String BY_ID = films("SELECT * FROM content.film_work WHERE id = ANY (?)");

  static final String AFTER =
      films("SELECT * FROM content.film_work WHERE id > ? ORDER BY id LIMIT ?")
          + "ORDER BY film.id";

  private FilmSql() {}

  /**
   * For each film of a page, its genres and people by index: as quick for a page out of millions as
   * for a small catalogue.
   */
  private static String films(String page) {
    return """
        SELECT
            film.id,
            coalesce(film.title, '') AS title,
            film.description,
            %1$s AS rating,
            %2$s AS creation_date,
            coalesce(film.type, '') AS type,
            film.access_label,
            film.min_age,
            genres.ids AS genre_ids,
            genres.names AS genre_names,
            people.ids AS person_ids,
            people.names AS person_names,
            people.roles AS person_roles
        FROM (%3$s) AS film
        CROSS JOIN LATERAL (
            SELECT array_agg(genre.id) AS ids, array_agg(coalesce(genre.name, '')) AS names
            FROM content.genre_film_work AS link
            JOIN content.genre ON genre.id = link.genre_id
            WHERE link.film_work_id = film.id
        ) AS genres
        CROSS JOIN LATERAL (
            SELECT array_agg(person.id) AS ids, array_agg(coalesce(person.full_name, '')) AS names, array_agg(coalesce(link.role::text, '')) AS roles
            FROM content.person_film_work AS link
            JOIN content.person ON person.id = link.person_id
            WHERE link.film_work_id = film.id
        ) AS people
        """
        .formatted(RATING, CREATION_DATE, page);
  }
}
