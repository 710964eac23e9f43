import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** Fills the catalogue with films that nobody made: two genres and four people each. */
class SyntheticFilms {
  private static final String[] STATEMENTS = {
    // As a restore would: a million stamps one by one are no part of what is measured.
    "SET session_replication_role = replica",
    """
    INSERT INTO content.genre (id, name, modified)
    SELECT gen_random_uuid(), 'Genre ' || n, now() FROM generate_series(1, 30) AS n
    """,
    """
    INSERT INTO content.person (id, full_name, modified)
    SELECT gen_random_uuid(), 'Person ' || md5(n::text), now() FROM generate_series(1, 200000) AS n
    """,
    """
    INSERT INTO content.film_work (id, title, description, creation_date, rating, type, created, modified, access_label)
    SELECT gen_random_uuid(), 'The film ' || md5(n::text), repeat('What happens in film ' || n || '. ', 8),
        date '1930-01-01' + n % 30000, n % 100 / 10.0, 'movie', now(), now(),
        (ARRAY['public', 'registered', 'subscription'])[1 + n % 3]
    FROM generate_series(1, :films) AS n
    """,
    """
    INSERT INTO content.genre_film_work (id, genre_id, film_work_id)
    SELECT gen_random_uuid(), g.id, f.id
    FROM (SELECT id, row_number() OVER () AS n FROM content.film_work WHERE title LIKE 'The film %') AS f
    JOIN (SELECT id, row_number() OVER () AS n FROM content.genre) AS g ON g.n IN (1 + f.n % 30, 1 + (f.n + 7) % 30)
    """,
    """
    INSERT INTO content.person_film_work (id, person_id, film_work_id, role)
    SELECT gen_random_uuid(), p.id, f.id, (ARRAY['actor', 'actor', 'writer', 'director'])[turn]
    FROM (SELECT id, row_number() OVER () AS n FROM content.film_work WHERE title LIKE 'The film %') AS f
    CROSS JOIN generate_series(1, 4) AS turn
    JOIN (SELECT id, row_number() OVER () AS n FROM content.person) AS p ON p.n = 1 + (f.n * turn * 7919 + turn) % 200000
    ON CONFLICT DO NOTHING
    """,
    "ANALYZE content.film_work, content.genre, content.person, content.genre_film_work, content.person_film_work",
  };

  public static void main(String[] args) throws Exception {
    try (Connection database = DriverManager.getConnection(args[0], "postgres", "");
        Statement statement = database.createStatement()) {
      for (String sql : STATEMENTS) {
        statement.execute(sql.replace(":films", args[1]));
      }
    }
  }
}
