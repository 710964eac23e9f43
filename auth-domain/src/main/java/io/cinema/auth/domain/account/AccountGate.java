package io.cinema.auth.domain.account;

import io.cinema.auth.domain.login.UserAgent;
import io.cinema.auth.domain.token.Amr;
import java.util.Set;

/**
 * The one door to tokens: every path that issues any (password, refresh, and whatever comes) asks
 * it, after it has proved who is asking. Most published holes of identity servers are one path that
 * forgot one of these checks.
 */
public final class AccountGate {

  /** What the gate decided. */
  public enum Decision {
    OPEN,
    DISABLED,
    /** A second factor is set up and was not passed. */
    FACTOR_MISSING,
    /** The owner limited the user agents that may sign in, and this is none of them. */
    AGENT_NOT_ALLOWED
  }

  private AccountGate() {}

  /**
   * @param state the account as it stands now, read in this request
   * @param passed the authentication methods that this session has proved
   * @param agent the client that will hold the tokens
   */
  public static Decision decide(AccountState state, Set<Amr> passed, UserAgent agent) {
    if (state.disabledAt() != null) {
      return Decision.DISABLED;
    }
    if (state.totpEnabled() && !passed.contains(Amr.OTP)) {
      return Decision.FACTOR_MISSING;
    }
    if (!state.allowedAgents().allows(agent)) {
      return Decision.AGENT_NOT_ALLOWED;
    }
    return Decision.OPEN;
  }
}
