package io.cinema.auth.application.signin;

import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.mfa.FactorProof;
import io.cinema.auth.domain.secret.Secret;
import java.time.Duration;

/** The second step of a sign-in: whoever was given an {@link MfaChallenge} shows a code. */
public interface PassSecondFactor {

  record Command(Secret mfaToken, FactorProof proof, Origin origin) {}

  /** What came of it. */
  sealed interface Result {}

  /** The code was right. */
  record Proved(Opening opening) implements Result {}

  /** The code is wrong or was used before; the token can be shown again. */
  record WrongCode() implements Result {}

  /** The token is none of ours, expired, used, or older than a change of the account. */
  record DeadToken() implements Result {}

  /** Too many guesses; nobody looked whether this one was right. */
  record Throttled(Duration retryAfter) implements Result {}

  Result pass(Command command);
}
