package io.cinema.auth.application.user;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.application.account.AccountLookup;
import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.account.UserQuery;
import io.cinema.auth.domain.login.LoginEvent;
import io.cinema.auth.domain.paging.Page;
import io.cinema.auth.domain.paging.PageRequest;
import io.cinema.auth.domain.port.LoginEventRepository;
import io.cinema.auth.domain.port.UserDirectory;
import io.cinema.auth.domain.port.UserRepository;
import java.util.Optional;

public final class FindUsersService implements FindUsers {
  private final UserRepository users;
  private final UserDirectory directory;
  private final LoginEventRepository history;

  public FindUsersService(
      UserRepository users, UserDirectory directory, LoginEventRepository history) {
    this.users = users;
    this.directory = directory;
    this.history = history;
  }

  @Override
  public Page<User> search(Administrator by, UserQuery query, PageRequest page) {
    by.require(AdminPermission.USERS_READ);
    return directory.search(query, page);
  }

  @Override
  public Optional<User> find(Administrator by, UserId id) {
    by.require(AdminPermission.USERS_READ);
    return users.findById(id);
  }

  @Override
  public Optional<User> named(Administrator by, String name) {
    by.require(AdminPermission.USERS_READ);
    Optional<UserId> id = UserId.parse(name);
    Optional<User> byId = id.flatMap(users::findById);
    // A login may look like an id.
    return byId.isPresent() ? byId : AccountLookup.byLoginOrEmail(users, name);
  }

  @Override
  public Optional<Page<LoginEvent>> logins(Administrator by, UserId id, PageRequest page) {
    by.require(AdminPermission.USERS_READ);
    return users.findById(id).map(_ -> history.history(id, page));
  }
}
