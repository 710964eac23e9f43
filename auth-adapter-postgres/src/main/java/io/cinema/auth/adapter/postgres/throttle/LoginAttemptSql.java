package io.cinema.auth.adapter.postgres.throttle;

import io.cinema.auth.adapter.postgres.Columns;
import io.cinema.auth.domain.login.Attempts;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The statements of {@link PostgresLoginAttemptRepository}. */
final class LoginAttemptSql {

  private static final String COLUMNS =
      """
      attempts.kind, encode(attempts.subject, 'hex') AS subject,
      attempts.failures, attempts.since, attempts.locked_until, attempts.refusal_noted\
      """;

  /** By the kinds and the subjects of the keys. */
  static final String FIND =
      """
      SELECT %s
      FROM unnest(?::text[], ?::text[]) AS wanted (kind, subject)
      JOIN auth.login_attempts AS attempts
        ON attempts.kind = wanted.kind AND attempts.subject = decode(wanted.subject, 'hex')
      """
          .formatted(COLUMNS);

  /**
   * Makes the rows that are not there, for nothing else can be locked. Whoever waits for a row gets
   * what stands in it after the wait.
   */
  static final String LOCK =
      """
      INSERT INTO auth.login_attempts AS attempts (kind, subject)
      SELECT wanted.kind, decode(wanted.subject, 'hex')
      FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS wanted (kind, subject, place)
      ORDER BY wanted.place
      ON CONFLICT (kind, subject) DO UPDATE SET failures = attempts.failures
      RETURNING %s
      """
          .formatted(COLUMNS);

  static final String SAVE =
      """
      INSERT INTO auth.login_attempts (
          kind, subject, failures, since, locked_until, refusal_noted, last_write)
      VALUES (?, decode(?, 'hex'), ?, ?, ?, ?, ?)
      ON CONFLICT (kind, subject) DO UPDATE
      SET failures = EXCLUDED.failures, since = EXCLUDED.since,
          locked_until = EXCLUDED.locked_until, refusal_noted = EXCLUDED.refusal_noted,
          last_write = EXCLUDED.last_write
      """;

  /** Of two at once the second waits for the first, looks at the row again, and matches nothing. */
  static final String NOTE_REFUSAL =
      """
      UPDATE auth.login_attempts
      SET refusal_noted = true
      WHERE kind = ? AND subject = decode(?, 'hex')
        AND locked_until IS NOT NULL AND NOT refusal_noted
      """;

  /** The hour finds candidates by an index, oldest first; the time decides. */
  static final String PURGE =
      """
      DELETE FROM auth.login_attempts
      WHERE (kind, subject) IN (
          SELECT kind, subject
          FROM auth.login_attempts
          WHERE last_hour <= date_trunc('hour', ? AT TIME ZONE 'UTC') AND last_write < ?
          ORDER BY last_hour
          LIMIT ?
          FOR UPDATE SKIP LOCKED
      )
      """;

  private LoginAttemptSql() {}

  /** A row of {@link #FIND} and {@link #LOCK}. */
  record Row(StoredKey key, Attempts attempts) {

    static Row read(ResultSet row) throws SQLException {
      return new Row(
          new StoredKey(row.getString("kind"), row.getString("subject")),
          new Attempts(
              row.getInt("failures"),
              Columns.instantOrNull(row, "since"),
              Columns.instantOrNull(row, "locked_until"),
              row.getBoolean("refusal_noted")));
    }
  }
}
