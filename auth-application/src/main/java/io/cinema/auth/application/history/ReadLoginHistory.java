package io.cinema.auth.application.history;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.LoginEvent;
import io.cinema.auth.domain.paging.Page;
import io.cinema.auth.domain.paging.PageRequest;

/** Reads who tried to sign in as a user, newest first. */
public interface ReadLoginHistory {

  Page<LoginEvent> read(UserId user, PageRequest page);
}
