package io.cinema.auth.domain.account;

import io.cinema.auth.domain.login.UserAgent;
import io.cinema.auth.domain.mfa.SecondFactorPolicy;
import io.cinema.auth.domain.token.Amr;
import java.util.Set;

/**
 * The one door to tokens: every path that issues any (password, refresh, second factor, and
 * whatever comes) asks it, after it has proved who is asking. Most published holes of identity
 * servers are one path that forgot one of these checks.
 */
public final class AccountGate {

  /** What the gate decided. */
  public enum Decision {
    OPEN,
    DISABLED,
    /** A second factor is set up and was not passed. */
    FACTOR_MISSING,
    /**
     * The owner limited the user agents that may sign in, this is none of them, and there is no
     * second factor that could speak for it.
     */
    AGENT_NOT_ALLOWED,
    /** A second factor is demanded and none is set up: may set one up, and nothing else. */
    ENROLMENT_MISSING
  }

  private AccountGate() {}

  /**
   * @param state the account as it stands now, read in this request
   * @param passed the authentication methods that this session has proved
   * @param agent the client that will hold the tokens
   */
  public static Decision decide(
      AccountState state, Set<Amr> passed, UserAgent agent, SecondFactorPolicy policy) {
    if (state.disabledAt() != null) {
      return Decision.DISABLED;
    }
    boolean factorPassed = passed.contains(Amr.OTP);
    if (state.totpEnabled() && !factorPassed) {
      return Decision.FACTOR_MISSING;
    }
    if (!factorPassed && !state.allowedAgents().allows(agent)) {
      return Decision.AGENT_NOT_ALLOWED;
    }
    // After the agent: who stole a password must not set up a factor of their own.
    if (!state.totpEnabled() && policy.demands(state)) {
      return Decision.ENROLMENT_MISSING;
    }
    return Decision.OPEN;
  }
}
