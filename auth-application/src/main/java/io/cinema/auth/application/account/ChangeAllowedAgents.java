package io.cinema.auth.application.account;

import io.cinema.auth.domain.account.AllowedAgents;
import io.cinema.auth.domain.token.VerifiedAccessToken;

/**
 * Says which user agents may sign in from now on. Sessions that are open meet the rule at their
 * next refresh.
 */
public interface ChangeAllowedAgents {

  /** What came of it. */
  enum Result {
    CHANGED,
    /** The account is gone, or the token died meanwhile. */
    GONE
  }

  Result change(VerifiedAccessToken token, AllowedAgents agents);
}
