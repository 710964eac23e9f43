package io.cinema.auth.application.superuser;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import java.util.List;

/**
 * Makes an account a superuser or takes that from it; both are idempotent. A change kills the
 * account's access tokens.
 */
public interface ChangeSuperuser {

  /** What came of it. */
  enum Result {
    /** It is as was asked for; perhaps it was so before. */
    DONE,
    NO_SUCH_USER,
    LAST_SUPERUSER
  }

  Result promote(Administrator by, UserId user);

  Result demote(Administrator by, UserId user);

  /** All superusers, oldest first. */
  List<User> all(Administrator by);
}
