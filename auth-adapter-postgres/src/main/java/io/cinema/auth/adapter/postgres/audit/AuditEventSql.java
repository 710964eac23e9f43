package io.cinema.auth.adapter.postgres.audit;

import io.cinema.auth.adapter.postgres.Columns;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.audit.Actor;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditEvent;
import io.cinema.auth.domain.audit.AuditOutcome;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.login.UserAgent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements of {@link PostgresAuditEventRepository}. */
final class AuditEventSql {
  static final String PERSON = "PERSON";
  static final String CONSOLE = "CONSOLE";

  static final String INSERT =
      """
      INSERT INTO auth.audit_events (
          id, at, actor_kind, actor_id, ip, user_agent, operator,
          action, target_kind, target_id, outcome, reason, detail)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, jsonb_object(?, ?))
      """;

  /** What is asked for is to be added, see {@link AuditEventQuery}. */
  static final String SELECT =
      """
      SELECT
          id, at, actor_kind, actor_id, ip, user_agent, operator,
          action, target_kind, target_id, outcome, reason,
          ARRAY (SELECT key FROM jsonb_each_text(detail) ORDER BY key) AS detail_names,
          ARRAY (SELECT value FROM jsonb_each_text(detail) ORDER BY key) AS detail_values
      FROM auth.audit_events
      """;

  private AuditEventSql() {}

  /** Reads {@link #SELECT}. */
  static AuditEvent read(ResultSet row) throws SQLException {
    return new AuditEvent(
        Columns.uuid(row, "id"),
        Columns.instant(row, "at"),
        actor(row),
        new AuditAction(row.getString("action")),
        target(row),
        AuditOutcome.valueOf(row.getString("outcome")),
        row.getString("reason"),
        detail(row));
  }

  private static Actor actor(ResultSet row) throws SQLException {
    if (row.getString("actor_kind").equals(CONSOLE)) {
      return new Actor.Console(row.getString("operator"));
    }
    return new Actor.Person(
        new UserId(Columns.uuid(row, "actor_id")),
        new Origin(row.getString("ip"), new UserAgent(row.getString("user_agent"))));
  }

  private static @Nullable AuditTarget target(ResultSet row) throws SQLException {
    String kind = row.getString("target_kind");
    return kind == null ? null : new AuditTarget(kind, row.getString("target_id"));
  }

  private static Map<String, String> detail(ResultSet row) throws SQLException {
    List<String> names = Columns.words(row, "detail_names");
    List<String> values = Columns.words(row, "detail_values");
    Map<String, String> detail = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      detail.put(names.get(i), values.get(i));
    }
    return detail;
  }
}
