package io.cinema.auth.application.mfa;

import io.cinema.auth.application.proof.ProofFailure;
import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.mfa.Provisioning;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import org.jspecify.annotations.Nullable;

/** Begins to set up an authenticator app. It is not asked for until {@link ConfirmTotp}. */
public interface EnrolTotp {

  /**
   * Who wants it.
   *
   * @param password null for an account that has none: a fresh sign-in stands for it
   */
  record Command(VerifiedAccessToken token, Origin origin, @Nullable Password password) {}

  /** What came of it. */
  sealed interface Result {}

  /** Shown once; beginning again makes another. */
  record Begun(Provisioning provisioning) implements Result {}

  record AlreadyActive() implements Result {}

  record Unproved(ProofFailure why) implements Result {}

  /** The account is gone, or the token died meanwhile. */
  record Gone() implements Result {}

  Result enrol(Command command);
}
