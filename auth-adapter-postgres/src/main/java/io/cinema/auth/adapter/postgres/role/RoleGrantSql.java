package io.cinema.auth.adapter.postgres.role;

import io.cinema.auth.adapter.postgres.Columns;
import io.cinema.auth.domain.access.Authority;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.port.RoleGrantRepository.Granted;
import io.cinema.auth.domain.role.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statements of {@link PostgresRoleGrantRepository}. */
final class RoleGrantSql {

  /**
   * Waits for whoever locks or removes either side, and then looks again; so the foreign keys have
   * nothing to refuse, and there is nothing to undo.
   */
  static final String GRANT =
      """
      WITH there AS (
          SELECT users.id AS user_id, role.id AS role_id
          FROM auth.users AS users
          CROSS JOIN auth.roles AS role
          WHERE users.id = ? AND role.id = ?
          FOR KEY SHARE
      ), granted AS (
          INSERT INTO auth.user_roles (user_id, role_id)
          SELECT user_id, role_id FROM there
          ON CONFLICT DO NOTHING
          RETURNING role_id
      )
      SELECT EXISTS (SELECT FROM there) AS there, EXISTS (SELECT FROM granted) AS granted
      """;

  static final String REVOKE = "DELETE FROM auth.user_roles WHERE user_id = ? AND role_id = ?";

  /** A row for each role; one without a role for an account that holds none. */
  static final String AUTHORITY =
      """
      SELECT info.user_id, info.is_superuser, info.disabled_at IS NOT NULL AS disabled, %s
      FROM auth.user_service_info AS info
      LEFT JOIN auth.user_roles AS held ON held.user_id = info.user_id
      LEFT JOIN auth.roles AS role ON role.id = held.role_id
      WHERE info.user_id = ?
      """
          .formatted(RoleSql.COLUMNS);

  private RoleGrantSql() {}

  /** Reads the row of {@link #GRANT}. */
  static Granted granted(ResultSet row) throws SQLException {
    if (row.getBoolean("granted")) {
      return Granted.GRANTED;
    }
    return row.getBoolean("there") ? Granted.HELD_ALREADY : Granted.NOT_THERE;
  }

  /** A row of {@link #AUTHORITY}. */
  record AuthorityRow(UserId user, boolean superuser, boolean disabled, @Nullable Role role) {

    static AuthorityRow read(ResultSet row) throws SQLException {
      return new AuthorityRow(
          new UserId(Columns.uuid(row, "user_id")),
          row.getBoolean("is_superuser"),
          row.getBoolean("disabled"),
          row.getObject("id") == null ? null : RoleSql.read(row));
    }
  }

  /** What all rows of {@link #AUTHORITY} say together. */
  static Optional<Authority> authority(List<AuthorityRow> rows) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    AuthorityRow any = rows.getFirst();
    List<Role> roles = rows.stream().flatMap(row -> Stream.ofNullable(row.role())).toList();
    return Optional.of(new Authority(any.user(), any.superuser(), any.disabled(), roles));
  }
}
