package io.cinema.auth.application.user;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.domain.account.UserId;

/**
 * Takes an account out of use, and into use again; asks for {@code users:write}. Both are
 * idempotent. Disabling ends all its sessions and kills all its tokens.
 */
public interface DisableUser {

  /** What came of it. */
  enum Result {
    /** It is as was asked for; perhaps it was so before. */
    DONE,
    NO_SUCH_USER,
    /** Superusers are touched only by superusers. */
    UNTOUCHABLE,
    LAST_SUPERUSER
  }

  Result disable(Administrator by, UserId user);

  Result enable(Administrator by, UserId user);
}
