package io.cinema.auth.adapter.postgres.account;

import io.cinema.auth.adapter.postgres.Columns;
import io.cinema.auth.adapter.postgres.PostgresAdapter;
import io.cinema.auth.adapter.postgres.Sql;
import io.cinema.auth.domain.account.AccountState;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserQuery;
import io.cinema.auth.domain.paging.Cursor;
import io.cinema.auth.domain.paging.Page;
import io.cinema.auth.domain.paging.PageRequest;
import io.cinema.auth.domain.port.UserDirectory;
import java.util.List;
import java.util.UUID;

/** Finds accounts in {@code auth.users} and {@code auth.user_service_info}. */
@PostgresAdapter("UserDirectory")
public class PostgresUserDirectory implements UserDirectory {
  /** Above all ids that are given to accounts. */
  private static final UUID BEYOND_ALL = new UUID(-1, -1);

  private final Sql sql;

  PostgresUserDirectory(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Page<User> search(UserQuery query, PageRequest page) {
    Cursor after = page.after();
    List<User> found =
        found(query.canonical(), after == null ? BEYOND_ALL : after.id(), page.limit() + 1);
    return Page.of(
        found, page.limit(), user -> new Cursor(user.activity().createdAt(), user.id().value()));
  }

  @Override
  public List<User> superusers() {
    return sql.all(UserDirectorySql.SUPERUSERS, UserSql::read);
  }

  @Override
  public List<AccountState> lockSuperusers() {
    // Two statements: one that waits for a lock goes on with what it saw before it waited.
    List<String> locked =
        sql.all(UserDirectorySql.LOCK_SUPERUSERS, row -> Columns.uuid(row, "id").toString());
    return sql.all(UserDirectorySql.STILL_SUPERUSERS, AccountStateSql::read, locked);
  }

  private List<User> found(String text, UUID before, int limit) {
    if (text.isEmpty()) {
      return sql.all(UserDirectorySql.ALL, UserSql::read, before, limit);
    }
    String pattern = UserDirectorySql.holding(text);
    return sql.allPlannedAnew(
        UserDirectorySql.SEARCH, UserSql::read, pattern, pattern, before, limit);
  }
}
