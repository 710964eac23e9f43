package io.cinema.auth.domain.port;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.LoginEvent;
import io.cinema.auth.domain.paging.Page;
import io.cinema.auth.domain.paging.PageRequest;
import java.time.YearMonth;

/** Keeps the login history, by month. */
public interface LoginEventRepository {

  /**
   * Adds an event. For a success it also finds out, atomically, whether the user ever signed in
   * with that agent before, and keeps the event's {@code newAgent} accordingly.
   *
   * @return the event as it was kept
   */
  LoginEvent record(LoginEvent event);

  /** A user's events, newest first. */
  Page<LoginEvent> history(UserId user, PageRequest page);

  /**
   * Makes room for the events of the months from {@code first} to {@code last}, both included.
   * Idempotent.
   */
  void prepare(YearMonth first, YearMonth last);

  /** Forgets all events of the months before {@code first}. */
  void forgetBefore(YearMonth first);
}
