package io.cinema.auth.adapter.crypto.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import io.cinema.auth.adapter.crypto.secret.AesGcmSealer;
import io.cinema.auth.adapter.crypto.secret.MasterKey;
import io.cinema.auth.adapter.crypto.secret.UnsealException;
import io.cinema.auth.domain.secret.SealedBytes;
import io.cinema.auth.domain.token.SigningKey;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Private signing keys as JWK (RFC 7517), sealed with their {@code kid} as context. */
final class SealedJwk {
  private final AesGcmSealer sealer;

  SealedJwk(MasterKey masterKey) {
    sealer = new AesGcmSealer(masterKey, "signing-key");
  }

  SealedBytes seal(ECKey key) {
    byte[] json = key.toJSONString().getBytes(StandardCharsets.UTF_8);
    try {
      return sealer.seal(json, key.getKeyID());
    } finally {
      Arrays.fill(json, (byte) 0);
    }
  }

  /**
   * The key pair, proven ours: the seal vouches for the private half, and the {@code kid}, a
   * thumbprint (RFC 7638), for the public one. A public key that somebody wrote into the table
   * opens nothing.
   *
   * @throws UnsealException names the key and the reason
   */
  ECKey open(SigningKey stored) {
    byte[] json = sealer.open(stored.sealedPrivateJwk(), stored.id());
    try {
      ECKey opened = ECKey.parse(new String(json, StandardCharsets.UTF_8));
      if (opened.isPrivate()
          && Curve.P_256.equals(opened.getCurve())
          && stored.id().equals(opened.getKeyID())
          && stored.id().equals(opened.computeThumbprint().toString())
          && ECKey.parse(stored.publicJwk()).equals(opened.toPublicJWK())) {
        return opened;
      }
      throw damaged(stored, null);
    } catch (ParseException | JOSEException unreadable) {
      throw damaged(stored, unreadable);
    } finally {
      Arrays.fill(json, (byte) 0);
    }
  }

  private static UnsealException damaged(SigningKey stored, @Nullable Throwable cause) {
    return new UnsealException("signing-key " + stored.id(), UnsealException.Reason.DAMAGED, cause);
  }
}
