package io.cinema.auth.adapter.postgres.session;

import io.cinema.auth.adapter.postgres.Columns;
import io.cinema.auth.adapter.postgres.account.AccountStateSql;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.login.UserAgent;
import io.cinema.auth.domain.port.SessionRepository.Standing;
import io.cinema.auth.domain.session.EndReason;
import io.cinema.auth.domain.session.Session;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.token.Amr;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements of {@link PostgresSessionRepository}. */
final class SessionSql {

  private static final String COLUMNS =
      """
      session.id, session.user_id, session.generation, session.auth_time, session.rotated_at,
      session.expires_at, (extract(epoch FROM session.idle_limit) * 1000000)::bigint AS idle_micros,
      session.amr, session.ip, session.user_agent, session.revoked_at, session.revoke_reason\
      """;

  /** {@link Session#livesAt} in SQL. */
  private static final String LIVES_AT =
      "session.revoked_at IS NULL"
          + " AND ? < session.expires_at AND ? < session.rotated_at + session.idle_limit";

  /** Of a session that is there, all but its methods have writers of their own. */
  static final String SAVE =
      """
      INSERT INTO auth.sessions (
          id, user_id, generation, auth_time, rotated_at, expires_at, idle_limit,
          amr, ip, user_agent, revoked_at, revoke_reason)
      VALUES (?, ?, ?, ?, ?, ?, ? * interval '1 microsecond', ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET amr = EXCLUDED.amr
      """;

  /**
   * The whole refresh. Of two with one generation the second waits for the first, looks at the row
   * again, and matches nothing. No index is written; see the migration.
   */
  static final String ROTATE =
      """
      UPDATE auth.sessions AS session
      SET generation = session.generation + 1, rotated_at = ?, ip = ?, user_agent = ?
      FROM auth.user_service_info AS info
      WHERE session.id = ? AND session.generation = ? AND %s
        AND info.user_id = session.user_id
      RETURNING %s, %s
      """
          .formatted(LIVES_AT, COLUMNS, AccountStateSql.COLUMNS);

  static final String FIND =
      """
      SELECT %s, %s
      FROM auth.sessions AS session
      JOIN auth.user_service_info AS info ON info.user_id = session.user_id
      WHERE session.id = ?
      """
          .formatted(COLUMNS, AccountStateSql.COLUMNS);

  static final String LIST_LIVE =
      """
      SELECT %s
      FROM auth.sessions AS session
      WHERE session.user_id = ? AND %s
      ORDER BY session.auth_time DESC, session.id DESC
      LIMIT 100
      """
          .formatted(COLUMNS, LIVES_AT);

  static final String END =
      """
      UPDATE auth.sessions
      SET revoked_at = ?, revoke_reason = ?
      WHERE id = ? AND user_id = ? AND revoked_at IS NULL
      """;

  /** Locks in the order of ids, so that two of these never wait for each other. */
  static final String END_ALL =
      """
      UPDATE auth.sessions
      SET revoked_at = ?, revoke_reason = ?
      WHERE id IN (
          SELECT id
          FROM auth.sessions
          WHERE user_id = ? AND revoked_at IS NULL AND id IS DISTINCT FROM ?
          ORDER BY id
          FOR UPDATE
      )
      RETURNING id
      """;

  /** The day finds candidates by an index; the time decides. */
  static final String PURGE =
      """
      DELETE FROM auth.sessions
      WHERE id IN (
          SELECT id
          FROM auth.sessions
          WHERE revoked_at < ?
             OR (ends_on <= (? AT TIME ZONE 'UTC')::date
                 AND LEAST(expires_at, rotated_at + idle_limit) < ?)
          LIMIT ?
          FOR UPDATE SKIP LOCKED
      )
      """;

  private SessionSql() {}

  static Standing standing(ResultSet row) throws SQLException {
    return new Standing(session(row), AccountStateSql.read(row));
  }

  static Session session(ResultSet row) throws SQLException {
    Instant revokedAt = Columns.instantOrNull(row, "revoked_at");
    return new Session(
        new SessionId(Columns.uuid(row, "id")),
        new UserId(Columns.uuid(row, "user_id")),
        row.getInt("generation"),
        Columns.instant(row, "auth_time"),
        Columns.instant(row, "rotated_at"),
        Columns.instant(row, "expires_at"),
        Duration.of(row.getLong("idle_micros"), ChronoUnit.MICROS),
        amr(row),
        new Origin(row.getString("ip"), new UserAgent(row.getString("user_agent"))),
        revokedAt == null ? null : end(revokedAt, row.getString("revoke_reason")));
  }

  private static Set<Amr> amr(ResultSet row) throws SQLException {
    return Columns.words(row, "amr").stream()
        // A way of proving that a newer release added proves nothing here.
        .flatMap(claim -> Amr.ofClaim(claim).stream())
        .collect(Collectors.toSet());
  }

  private static Session.End end(Instant at, @Nullable String reason) {
    return new Session.End(
        at, Columns.word(String.valueOf(reason), EndReason.class, EndReason.OTHER));
  }
}
