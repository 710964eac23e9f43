package io.cinema.auth.adapter.postgres.account;

import io.cinema.auth.adapter.postgres.Columns;
import io.cinema.auth.domain.account.AccountState;
import io.cinema.auth.domain.account.AllowedAgents;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.role.RoleName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** The account's state as part of any statement that has its service information at hand. */
public final class AccountStateSql {

  /** What to select, where {@code info} is the row of {@code auth.user_service_info}. */
  public static final String COLUMNS =
      """
      info.user_id, info.is_superuser, info.token_version, info.disabled_at, info.allowed_agents,
      EXISTS (
          SELECT FROM auth.totp_enrolments AS totp
          WHERE totp.user_id = info.user_id AND totp.confirmed_at IS NOT NULL
      ) AS totp_enabled,
      ARRAY (
          SELECT role.role_name
          FROM auth.user_roles AS held
          JOIN auth.roles AS role ON role.id = held.role_id
          WHERE held.user_id = info.user_id
      ) AS roles
      """;

  private AccountStateSql() {}

  /** Reads {@link #COLUMNS}. */
  public static AccountState read(ResultSet row) throws SQLException {
    return new AccountState(
        new UserId(Columns.uuid(row, "user_id")),
        row.getBoolean("is_superuser"),
        row.getLong("token_version"),
        Columns.instantOrNull(row, "disabled_at"),
        row.getBoolean("totp_enabled"),
        new AllowedAgents(Columns.words(row, "allowed_agents")),
        Columns.words(row, "roles").stream().map(RoleName::new).collect(Collectors.toSet()));
  }
}
