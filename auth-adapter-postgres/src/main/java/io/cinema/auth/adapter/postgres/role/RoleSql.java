package io.cinema.auth.adapter.postgres.role;

import io.cinema.auth.adapter.postgres.Columns;
import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleId;
import io.cinema.auth.domain.role.RoleName;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The statements of {@link PostgresRoleRepository}. */
final class RoleSql {

  /** A whole role, where {@code role} is the row of {@code auth.roles}. */
  static final String COLUMNS = "role.id, role.role_name, role.permission_set, role.description";

  private static final String SELECT = "SELECT " + COLUMNS + " FROM auth.roles AS role ";

  static final String BY_ID = SELECT + "WHERE role.id = ?";

  static final String BY_NAME = SELECT + "WHERE role.role_name = ?";

  /** By code point, whatever the database's collation. */
  static final String ALL = SELECT + "ORDER BY role.role_name COLLATE \"C\"";

  /** Also keeps out grants, whose foreign key locks the role for share. */
  static final String LOCK = BY_ID + " FOR UPDATE";

  /** Writes nothing, and does not fail, when the name is taken. */
  static final String INSERT =
      """
      INSERT INTO auth.roles (id, role_name, permission_set, description)
      VALUES (?, ?, ?, ?)
      ON CONFLICT (role_name) DO NOTHING
      """;

  static final String UPDATE =
      """
      UPDATE auth.roles
      SET role_name = ?, permission_set = ?, description = ?
      WHERE id = ?
      """;

  /** Takes its grants along, by their foreign key. */
  static final String DELETE = "DELETE FROM auth.roles WHERE id = ?";

  private RoleSql() {}

  /** Reads {@link #COLUMNS}. */
  static Role read(ResultSet row) throws SQLException {
    return new Role(
        new RoleId(Columns.uuid(row, "id")),
        new RoleName(row.getString("role_name")),
        PermissionSet.parse(Columns.words(row, "permission_set")),
        row.getString("description"));
  }
}
