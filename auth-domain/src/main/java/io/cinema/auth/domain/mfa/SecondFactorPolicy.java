package io.cinema.auth.domain.mfa;

import io.cinema.auth.domain.account.AccountState;

/** Who must have a second factor. Who has set one up must pass it in any case. */
public enum SecondFactorPolicy {
  /** Nobody; it is for each to decide. */
  OFF,
  SUPERUSERS,
  EVERYONE;

  public boolean demands(AccountState account) {
    return switch (this) {
      case OFF -> false;
      case SUPERUSERS -> account.superuser();
      case EVERYONE -> true;
    };
  }
}
