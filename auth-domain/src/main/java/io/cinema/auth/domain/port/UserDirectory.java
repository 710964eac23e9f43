package io.cinema.auth.domain.port;

import io.cinema.auth.domain.account.AccountState;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserQuery;
import io.cinema.auth.domain.paging.Page;
import io.cinema.auth.domain.paging.PageRequest;
import java.util.List;

/** Finds accounts for administrators. */
public interface UserDirectory {

  /** The accounts that the query finds, newest id first. Cursors hold creation time and id. */
  Page<User> search(UserQuery query, PageRequest page);

  /** All superusers, oldest first, disabled ones too. There are few. */
  List<User> superusers();

  /**
   * Reads the state of all superusers and keeps others from disabling and demoting any of them
   * until the surrounding {@link UnitOfWork} ends. Whoever locks an account too does this first.
   */
  List<AccountState> lockSuperusers();
}
