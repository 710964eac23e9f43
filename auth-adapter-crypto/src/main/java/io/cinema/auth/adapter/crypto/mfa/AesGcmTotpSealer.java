package io.cinema.auth.adapter.crypto.mfa;

import io.cinema.auth.adapter.crypto.secret.AesGcmSealer;
import io.cinema.auth.adapter.crypto.secret.MasterKey;
import io.cinema.auth.adapter.crypto.secret.UnsealException;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.mfa.TotpSecret;
import io.cinema.auth.domain.port.TotpSealer;
import io.cinema.auth.domain.secret.SealedBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Secrets of authenticator apps in Base32, sealed with their user's id as context. */
public final class AesGcmTotpSealer implements TotpSealer {
  private final AesGcmSealer sealer;

  public AesGcmTotpSealer(MasterKey masterKey) {
    sealer = new AesGcmSealer(masterKey, "totp");
  }

  @Override
  public SealedBytes seal(UserId user, TotpSecret secret) {
    byte[] base32 = secret.reveal().getBytes(StandardCharsets.US_ASCII);
    try {
      return sealer.seal(base32, user.toString());
    } finally {
      Arrays.fill(base32, (byte) 0);
    }
  }

  /**
   * @throws UnsealException names the user and the reason
   */
  @Override
  public TotpSecret open(UserId user, SealedBytes sealed) {
    byte[] base32 = sealer.open(sealed, user.toString());
    try {
      return TotpSecret.ofBase32(new String(base32, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException somethingElse) {
      throw new UnsealException("totp " + user, UnsealException.Reason.DAMAGED, somethingElse);
    } finally {
      Arrays.fill(base32, (byte) 0);
    }
  }
}
