package io.cinema.auth.application.account;

import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.port.UserRepository;
import java.util.Optional;

public final class ReadAccountService implements ReadAccount {
  private final UserRepository users;

  public ReadAccountService(UserRepository users) {
    this.users = users;
  }

  @Override
  public Optional<User> read(UserId id) {
    return users.findById(id);
  }
}
