package io.cinema.auth.application.account;

import io.cinema.auth.application.proof.ProofFailure;
import io.cinema.auth.domain.account.AllowedAgents;
import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import org.jspecify.annotations.Nullable;

/**
 * Says which user agents may sign in from now on. Sessions that are open meet the rule at their
 * next refresh.
 */
public interface ChangeAllowedAgents {

  /**
   * What is wanted.
   *
   * @param password null where a fresh sign-in stands for it
   */
  record Command(
      VerifiedAccessToken token,
      Origin origin,
      AllowedAgents agents,
      @Nullable Password password) {}

  /** What came of it. */
  sealed interface Result {}

  record Changed() implements Result {}

  record Unproved(ProofFailure why) implements Result {}

  /** The account is gone, or the token died meanwhile. */
  record Gone() implements Result {}

  Result change(Command command);
}
