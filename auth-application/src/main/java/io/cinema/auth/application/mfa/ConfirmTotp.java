package io.cinema.auth.application.mfa;

import io.cinema.auth.application.proof.ProofFailure;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.mfa.RecoveryCode;
import io.cinema.auth.domain.mfa.TotpCode;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import java.util.List;

/**
 * Turns the second factor on by a first code of the app. The other sessions end, since they have
 * not passed it; this one has.
 */
public interface ConfirmTotp {

  record Command(VerifiedAccessToken token, Origin origin, TotpCode code) {}

  /** What came of it. */
  sealed interface Result {}

  /**
   * The factor is on.
   *
   * @param recoveryCodes shown once
   */
  record Confirmed(List<RecoveryCode> recoveryCodes) implements Result {}

  record AlreadyActive() implements Result {}

  /** Nothing was begun that a code could confirm. */
  record NotBegun() implements Result {}

  record Unproved(ProofFailure why) implements Result {}

  /** The account is gone, or the token died meanwhile. */
  record Gone() implements Result {}

  Result confirm(Command command);
}
