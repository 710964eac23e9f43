package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.account.AccountState;
import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserQuery;
import io.cinema.auth.domain.paging.Cursor;
import io.cinema.auth.domain.paging.Page;
import io.cinema.auth.domain.paging.PageRequest;
import io.cinema.auth.domain.port.UserDirectory;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds accounts in memory. */
public final class MemoryUserDirectory implements UserDirectory {
  private static final Comparator<User> OLDEST_FIRST =
      Comparator.comparing(user -> user.id().value());

  private final MemoryDatabase database;

  public MemoryUserDirectory(MemoryDatabase database) {
    this.database = database;
  }

  @Override
  public Page<User> search(UserQuery query, PageRequest page) {
    List<User> found =
        database.run(
            t ->
                t.accounts()
                    .filter(user -> finds(query, user) && isAfter(user, page.after()))
                    .sorted(OLDEST_FIRST.reversed())
                    .limit(page.limit() + 1L)
                    .toList());
    return Page.of(
        found, page.limit(), user -> new Cursor(user.activity().createdAt(), user.id().value()));
  }

  @Override
  public List<User> superusers() {
    return database.run(
        t -> t.accounts().filter(u -> u.state().superuser()).sorted(OLDEST_FIRST).toList());
  }

  /** A transaction has the database for itself, so that there is nothing more to lock. */
  @Override
  public List<AccountState> lockSuperusers() {
    return superusers().stream().map(User::state).toList();
  }

  private static boolean finds(UserQuery query, User user) {
    EmailAddress email = user.email();
    return user.login().canonical().contains(query.canonical())
        || (email != null && email.canonical().contains(query.canonical()));
  }

  private static boolean isAfter(User user, @Nullable Cursor cursor) {
    return cursor == null || user.id().value().compareTo(cursor.id()) < 0;
  }
}
