package io.cinema.auth.application.account;

import io.cinema.auth.domain.account.AllowedAgents;
import io.cinema.auth.domain.account.UserId;

/**
 * Says which user agents may sign in from now on. Sessions that are open meet the rule at their
 * next refresh.
 */
public interface ChangeAllowedAgents {

  /** What came of it. */
  enum Result {
    CHANGED,
    /** The account is gone. */
    GONE
  }

  Result change(UserId user, AllowedAgents agents);
}
