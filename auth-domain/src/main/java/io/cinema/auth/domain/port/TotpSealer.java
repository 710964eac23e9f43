package io.cinema.auth.domain.port;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.mfa.TotpSecret;
import io.cinema.auth.domain.secret.SealedBytes;

/** Encrypts the secrets of authenticator apps, each bound to its user. */
public interface TotpSealer {

  /** Two calls with the same secret give different bytes. */
  SealedBytes seal(UserId user, TotpSecret secret);

  /**
   * What was sealed.
   *
   * @throws IllegalStateException when it was sealed for another user, under another master key, or
   *     was changed; names the user and no secret
   */
  TotpSecret open(UserId user, SealedBytes sealed);
}
