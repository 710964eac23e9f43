package io.cinema.auth.domain.mfa;

/** What somebody shows as their second factor. */
public sealed interface FactorProof {

  /** The code that their app shows now. */
  record App(TotpCode code) implements FactorProof {}

  /** One of the codes they were given to keep. */
  record Paper(RecoveryCode code) implements FactorProof {}
}
