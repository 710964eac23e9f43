package io.cinema.auth.application.signin;

import io.cinema.auth.domain.account.AccountGate;
import io.cinema.auth.domain.account.AccountState;
import io.cinema.auth.domain.login.LoginResult;
import io.cinema.auth.domain.login.UserAgent;
import io.cinema.auth.domain.token.Amr;
import java.util.Optional;
import java.util.Set;

/** Why the account gate stayed shut, and how the history tells it. */
public enum GateRefusal {
  DISABLED(LoginResult.ACCOUNT_DISABLED),
  FACTOR_MISSING(LoginResult.FACTOR_MISSING),
  AGENT_NOT_ALLOWED(LoginResult.AGENT_NOT_ALLOWED);

  private final LoginResult remembered;

  GateRefusal(LoginResult remembered) {
    this.remembered = remembered;
  }

  /** Asks the gate; empty when it is open. */
  public static Optional<GateRefusal> of(AccountState account, Set<Amr> passed, UserAgent agent) {
    return switch (AccountGate.decide(account, passed, agent)) {
      case OPEN -> Optional.empty();
      case DISABLED -> Optional.of(DISABLED);
      case FACTOR_MISSING -> Optional.of(FACTOR_MISSING);
      case AGENT_NOT_ALLOWED -> Optional.of(AGENT_NOT_ALLOWED);
    };
  }

  public LoginResult remembered() {
    return remembered;
  }
}
