package io.cinema.auth.adapter.postgres.account;

/** The statements of {@link PostgresUserDirectory}. */
final class UserDirectorySql {

  /** Finds the page first, then reads no account beyond it. */
  private static final String PAGE =
      UserSql.SELECT
          + """
          JOIN (
              SELECT id
              FROM auth.users
              WHERE %s id < ?
              ORDER BY id DESC
              LIMIT ?
          ) AS page ON page.id = users.id
          ORDER BY users.id DESC
          """;

  static final String ALL = PAGE.formatted("");

  /**
   * By a pattern of LIKE, twice. To be planned for its value: a rare word by index, a common one
   * along the ids.
   */
  static final String SEARCH =
      PAGE.formatted("(login_canonical LIKE ? OR email_canonical LIKE ?) AND");

  static final String SUPERUSERS = UserSql.SELECT + "WHERE info.is_superuser ORDER BY users.id";

  /** In the order of ids, so that two of these never wait for each other. */
  static final String LOCK_SUPERUSERS =
      """
      SELECT users.id
      FROM auth.users AS users
      JOIN auth.user_service_info AS info ON info.user_id = users.id
      WHERE info.is_superuser
      ORDER BY users.id
      FOR NO KEY UPDATE OF users
      """;

  static final String STILL_SUPERUSERS =
      """
      SELECT %s
      FROM auth.user_service_info AS info
      WHERE info.is_superuser AND info.user_id = ANY (?::uuid[])
      ORDER BY info.user_id
      """
          .formatted(AccountStateSql.COLUMNS.indent(4).strip());

  private UserDirectorySql() {}

  /** A pattern that every text matches which holds this one somewhere. */
  static String holding(String text) {
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
