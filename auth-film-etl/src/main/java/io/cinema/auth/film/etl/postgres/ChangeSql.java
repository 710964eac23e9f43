package io.cinema.auth.film.etl.postgres;

import io.cinema.auth.film.etl.sync.ChangeKind;

/**
 * The statements that read what was changed, page by page, each a walk along an index. All pages
 * are of {@code modified, id, film}.
 */
final class ChangeSql {

  static final String FILMS =
      """
      SELECT modified, id, id AS film
      FROM content.film_work
      WHERE (modified, id) > (?, ?)
      ORDER BY modified, id
      LIMIT ?
      """;

  static final String DELETIONS =
      """
      SELECT modified, film_work_id AS id, film_work_id AS film
      FROM content.film_deletion
      WHERE (modified, film_work_id) > (?, ?)
      ORDER BY modified, film_work_id
      LIMIT ?
      """;

  private ChangeSql() {}

  /** The films behind one, of a genre or person that has not been changed again. */
  static String rest(ChangeKind kind) {
    return """
        SELECT DISTINCT owner.modified, owner.id, link.film_work_id AS film
        FROM content.%1$s AS owner
        JOIN content.%1$s_film_work AS link ON link.%1$s_id = owner.id
        WHERE owner.modified = ? AND owner.id = ? AND link.film_work_id > ?
        ORDER BY film
        LIMIT ?
        """
        .formatted(table(kind));
  }

  /**
   * The genres or persons behind one, with their films. The inner limit, the same as the outer one,
   * keeps it from reading half a million films of a genre to sort out the first thousand.
   */
  static String next(ChangeKind kind) {
    return """
        SELECT owner.modified, owner.id, link.film
        FROM content.%1$s AS owner
        LEFT JOIN LATERAL (
            SELECT DISTINCT film_work_id AS film
            FROM content.%1$s_film_work
            WHERE %1$s_id = owner.id
            ORDER BY film
            LIMIT ?
        ) AS link ON true
        WHERE (owner.modified, owner.id) > (?, ?)
        ORDER BY owner.modified, owner.id, link.film
        LIMIT ?
        """
        .formatted(table(kind));
  }

  private static String table(ChangeKind kind) {
    return switch (kind) {
      case GENRE -> "genre";
      case PERSON -> "person";
      case FILM, DELETION -> throw new IllegalArgumentException("no owner of films: " + kind);
    };
  }
}
