package io.cinema.auth.application.user;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.domain.account.UserId;

/** Ends all sessions of somebody and kills all their tokens; asks for {@code users:write}. */
public interface SignOutUser {

  /** What came of it. */
  enum Result {
    SIGNED_OUT,
    NO_SUCH_USER,
    /** Superusers are touched only by superusers. */
    UNTOUCHABLE
  }

  Result signOut(Administrator by, UserId user);
}
