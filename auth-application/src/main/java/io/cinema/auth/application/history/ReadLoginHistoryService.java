package io.cinema.auth.application.history;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.LoginEvent;
import io.cinema.auth.domain.paging.Page;
import io.cinema.auth.domain.paging.PageRequest;
import io.cinema.auth.domain.port.LoginEventRepository;

public final class ReadLoginHistoryService implements ReadLoginHistory {
  private final LoginEventRepository history;

  public ReadLoginHistoryService(LoginEventRepository history) {
    this.history = history;
  }

  @Override
  public Page<LoginEvent> read(UserId user, PageRequest page) {
    return history.history(user, page);
  }
}
