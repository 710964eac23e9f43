package io.cinema.auth.application.mfa;

import io.cinema.auth.domain.account.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells how an account's second factor stands. */
public interface ReadSecondFactor {

  /**
   * How it stands.
   *
   * @param enabledAt since when it is asked for; null while it is not
   * @param recoveryCodesLeft how many are not used up
   */
  record Status(@Nullable Instant enabledAt, int recoveryCodesLeft) {}

  Status read(UserId user);
}
