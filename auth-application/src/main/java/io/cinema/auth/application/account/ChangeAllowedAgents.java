package io.cinema.auth.application.account;

import io.cinema.auth.domain.account.AllowedAgents;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.Origin;

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

  /**
   * @param origin where the request came from, for the audit trail
   */
  Result change(UserId user, Origin origin, AllowedAgents agents);
}
