package io.cinema.auth.application.mfa;

import io.cinema.auth.application.proof.ProofFailure;
import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.mfa.FactorProof;
import io.cinema.auth.domain.mfa.RecoveryCode;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives out new recovery codes; the old ones are dead. */
public interface RenewRecoveryCodes {

  /**
   * Who wants them.
   *
   * @param password null where a fresh sign-in stands for it
   */
  record Command(
      VerifiedAccessToken token, Origin origin, @Nullable Password password, FactorProof proof) {}

  /** What came of it. */
  sealed interface Result {}

  /** Shown once. */
  record Renewed(List<RecoveryCode> recoveryCodes) implements Result {}

  record NotActive() implements Result {}

  record Unproved(ProofFailure why) implements Result {}

  /** The account is gone, or the token died meanwhile. */
  record Gone() implements Result {}

  Result renew(Command command);
}
