package io.cinema.auth.application.signin;

import io.cinema.auth.domain.account.AccountGate;
import io.cinema.auth.domain.account.AccountState;
import io.cinema.auth.domain.login.LoginResult;
import io.cinema.auth.domain.login.UserAgent;
import io.cinema.auth.domain.mfa.SecondFactorPolicy;
import io.cinema.auth.domain.token.Amr;
import java.util.Optional;
import java.util.Set;

/** Why the account gate stayed shut, and how the history tells it. */
public enum GateRefusal {
  DISABLED(LoginResult.ACCOUNT_DISABLED),
  FACTOR_MISSING(LoginResult.FACTOR_MISSING),
  AGENT_NOT_ALLOWED(LoginResult.AGENT_NOT_ALLOWED),
  ENROLMENT_MISSING(LoginResult.ENROLMENT_MISSING);

  private final LoginResult remembered;

  GateRefusal(LoginResult remembered) {
    this.remembered = remembered;
  }

  /** Asks the gate; empty when it is open. */
  public static Optional<GateRefusal> of(
      AccountState account, Set<Amr> passed, UserAgent agent, SecondFactorPolicy policy) {
    return switch (AccountGate.decide(account, passed, agent, policy)) {
      case OPEN -> Optional.empty();
      case DISABLED -> Optional.of(DISABLED);
      case FACTOR_MISSING -> Optional.of(FACTOR_MISSING);
      case AGENT_NOT_ALLOWED -> Optional.of(AGENT_NOT_ALLOWED);
      case ENROLMENT_MISSING -> Optional.of(ENROLMENT_MISSING);
    };
  }

  public LoginResult remembered() {
    return remembered;
  }
}
