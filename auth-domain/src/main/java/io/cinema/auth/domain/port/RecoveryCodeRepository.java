package io.cinema.auth.domain.port;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.mfa.RecoveryCodeHash;
import java.util.Set;

/** Keeps the recovery codes of each user that are not used up. */
public interface RecoveryCodeRepository {

  /** Puts these in place of all that the user has; an empty set leaves none. */
  void replace(UserId user, Set<RecoveryCodeHash> codes);

  /**
   * Uses a code up.
   *
   * @return whether it was there; true for exactly one of parallel calls
   */
  boolean use(UserId user, RecoveryCodeHash code);

  /** How many are left. */
  int left(UserId user);
}
