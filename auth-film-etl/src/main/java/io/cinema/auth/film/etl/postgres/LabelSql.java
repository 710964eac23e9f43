package io.cinema.auth.film.etl.postgres;

/** The statements of {@link PostgresFilmLabels}. */
final class LabelSql {

  static final String COUNTS =
      """
      SELECT access_label, count(*) AS films
      FROM content.film_work
      GROUP BY access_label
      ORDER BY access_label
      """;

  /** Only those that get another label, in the order of ids: two of these never wait crosswise. */
  static final String LABEL =
      """
      WITH other AS MATERIALIZED (
          SELECT id
          FROM content.film_work
          WHERE id = ANY (?) AND access_label <> ?
          ORDER BY id
          FOR NO KEY UPDATE
      )
      UPDATE content.film_work
      SET access_label = ?
      WHERE id IN (SELECT id FROM other)
      """;

  static final String ONE = films("id = ?");

  static final String AFTER = films("id > ?");

  static final String TITLED = films("title ILIKE ? AND id > ?");

  private LabelSql() {}

  /** The page first, then the genres of its films. */
  private static String films(String condition) {
    return """
        SELECT
            film.id,
            coalesce(film.title, '') AS title,
            %s AS rating,
            %s AS creation_date,
            film.access_label,
            ARRAY(
                SELECT DISTINCT genre.name::text
                FROM content.genre_film_work AS link
                JOIN content.genre ON genre.id = link.genre_id
                WHERE link.film_work_id = film.id AND genre.name IS NOT NULL
            ) AS genres
        FROM (
            SELECT *
            FROM content.film_work
            WHERE %s
            ORDER BY id
            LIMIT ?
        ) AS film
        ORDER BY film.id
        """
        .formatted(FilmSql.RATING, FilmSql.CREATION_DATE, condition);
  }

  /** A pattern that every text matches which holds this one somewhere. */
  static String holding(String text) {
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
