package io.cinema.auth.application.mfa;

import io.cinema.auth.application.proof.ProofFailure;
import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.mfa.FactorProof;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import org.jspecify.annotations.Nullable;

/** Turns the second factor off, and forgets the app's secret and the recovery codes. */
public interface DisableTotp {

  /**
   * Who wants it.
   *
   * @param password null for an account that has none: a fresh sign-in stands for it
   */
  record Command(
      VerifiedAccessToken token, Origin origin, @Nullable Password password, FactorProof proof) {}

  /** What came of it. */
  sealed interface Result {}

  record Disabled() implements Result {}

  record NotActive() implements Result {}

  record Unproved(ProofFailure why) implements Result {}

  /** The account is gone, or the token died meanwhile. */
  record Gone() implements Result {}

  Result disable(Command command);
}
