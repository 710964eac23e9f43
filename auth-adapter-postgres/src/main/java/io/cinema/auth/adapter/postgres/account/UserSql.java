package io.cinema.auth.adapter.postgres.account;

import io.cinema.auth.adapter.postgres.Columns;
import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.Login;
import io.cinema.auth.domain.account.PersonName;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.credential.PasswordHash;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The statements of {@link PostgresUserRepository}. */
final class UserSql {

  /** A whole account in one round trip; what finds it is to be added. */
  static final String SELECT =
      """
      SELECT
          users.id, users.login, users.email, users.password_hash, users.first_name, users.last_name,
          info.created_at, info.last_login,
          %s
      FROM auth.users AS users
      JOIN auth.user_service_info AS info ON info.user_id = users.id
      """
          .formatted(AccountStateSql.COLUMNS.indent(4).strip());

  /** Both rows or none. Writes nothing, and does not fail, when a name is taken. */
  static final String INSERT =
      """
      WITH account AS (
          INSERT INTO auth.users (
              id, login, login_canonical, email, email_canonical,
              password_hash, first_name, last_name)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT DO NOTHING
          RETURNING id
      )
      INSERT INTO auth.user_service_info (
          user_id, is_superuser, allowed_agents, disabled_at, token_version, created_at, last_login)
      SELECT id, ?, ?, ?, ?, ?, ? FROM account
      """;

  static final String UPDATE =
      """
      WITH state AS (
          UPDATE auth.user_service_info
          SET is_superuser = ?, allowed_agents = ?, disabled_at = ?, token_version = ?
          WHERE user_id = ?
      )
      UPDATE auth.users
      SET login = ?, login_canonical = ?, email = ?, email_canonical = ?,
          password_hash = ?, first_name = ?, last_name = ?
      WHERE id = ?
      """;

  /** Which of an account's names belong to others. */
  static final String TAKEN =
      """
      SELECT
          EXISTS (SELECT FROM auth.users WHERE login_canonical = ? AND id <> ?) AS login_taken,
          EXISTS (SELECT FROM auth.users WHERE email_canonical = ? AND id <> ?) AS email_taken
      """;

  /** Not FOR UPDATE: a session may be opened, which refers to the account, while it is locked. */
  static final String LOCK = "SELECT id FROM auth.users WHERE id = ? FOR NO KEY UPDATE";

  /** Of two sign-ins at once the later one stays. */
  static final String RECORD_LOGIN =
      """
      UPDATE auth.user_service_info
      SET last_login = ?, user_agent = ?
      WHERE user_id = ? AND (last_login IS NULL OR last_login <= ?)
      """;

  private UserSql() {}

  /** Reads {@link #SELECT}. */
  static User read(ResultSet row) throws SQLException {
    String email = row.getString("email");
    String hash = row.getString("password_hash");
    return new User(
        new UserId(Columns.uuid(row, "id")),
        Login.of(row.getString("login")),
        email == null ? null : EmailAddress.of(email),
        hash == null ? null : PasswordHash.of(hash),
        new PersonName(row.getString("first_name"), row.getString("last_name")),
        AccountStateSql.read(row),
        new User.Activity(
            Columns.instant(row, "created_at"), Columns.instantOrNull(row, "last_login")));
  }
}
