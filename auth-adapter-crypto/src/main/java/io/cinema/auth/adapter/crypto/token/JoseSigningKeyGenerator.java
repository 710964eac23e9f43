package io.cinema.auth.adapter.crypto.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.cinema.auth.adapter.crypto.secret.MasterKey;
import io.cinema.auth.domain.port.SigningKeyGenerator;
import io.cinema.auth.domain.token.SigningKey;
import java.time.Instant;

/** Makes P-256 key pairs; {@code kid} is the thumbprint of the public half (RFC 7638). */
public final class JoseSigningKeyGenerator implements SigningKeyGenerator {
  private final SealedJwk sealed;

  public JoseSigningKeyGenerator(MasterKey masterKey) {
    sealed = new SealedJwk(masterKey);
  }

  @Override
  public SigningKey generate(int generation, Instant now, Instant activeFrom) {
    ECKey pair = pair();
    return new SigningKey(
        pair.getKeyID(),
        generation,
        now,
        activeFrom,
        pair.toPublicJWK().toJSONString(),
        sealed.seal(pair));
  }

  private static ECKey pair() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException missing) {
      throw new IllegalStateException("this Java makes no P-256 keys", missing);
    }
  }
}
