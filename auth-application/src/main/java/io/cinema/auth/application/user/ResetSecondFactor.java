package io.cinema.auth.application.user;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.domain.account.UserId;

/**
 * Takes the second factor from somebody who lost it, recovery codes and all. Their sessions end:
 * whoever asked for it may not be who they said.
 */
public interface ResetSecondFactor {

  /** What came of it. */
  enum Result {
    DONE,
    NO_SUCH_USER,
    /** There was none to take. */
    NOT_ACTIVE,
    /** A superuser's, and the administrator is none. */
    UNTOUCHABLE
  }

  Result reset(Administrator by, UserId user);
}
