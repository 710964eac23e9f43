package io.cinema.auth.application.user;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.account.UserQuery;
import io.cinema.auth.domain.login.LoginEvent;
import io.cinema.auth.domain.paging.Page;
import io.cinema.auth.domain.paging.PageRequest;
import java.util.Optional;

/** Finds accounts and reads what is known of them; asks for {@code users:read}. */
public interface FindUsers {

  Page<User> search(Administrator by, UserQuery query, PageRequest page);

  Optional<User> find(Administrator by, UserId id);

  /**
   * Finds an account by what a person at a keyboard calls it.
   *
   * @param name its id, login or e-mail
   */
  Optional<User> named(Administrator by, String name);

  /** An account's login history, newest first; empty when there is no such account. */
  Optional<Page<LoginEvent>> logins(Administrator by, UserId id, PageRequest page);
}
