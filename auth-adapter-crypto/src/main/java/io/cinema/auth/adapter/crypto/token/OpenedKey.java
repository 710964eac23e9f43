package io.cinema.auth.adapter.crypto.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import io.cinema.auth.domain.token.SigningKey;

/** A signing key ready for use. */
final class OpenedKey {
  private final SigningKey stored;
  private final ECKey publicJwk;
  private final JWSSigner signer;
  private final Es256 es256;

  OpenedKey(SigningKey stored, ECKey pair) {
    this.stored = stored;
    this.publicJwk = pair.toPublicJWK();
    this.es256 = new Es256(publicJwk);
    try {
      this.signer = new ECDSASigner(pair);
    } catch (JOSEException unusable) {
      throw new IllegalArgumentException("not a P-256 key pair", unusable);
    }
  }

  SigningKey stored() {
    return stored;
  }

  String id() {
    return stored.id();
  }

  ECKey publicJwk() {
    return publicJwk;
  }

  JWSSigner signer() {
    return signer;
  }

  boolean verifies(byte[] signingInput, byte[] signature) {
    return es256.verifies(signingInput, signature);
  }

  @Override
  public String toString() {
    return "signing key " + id();
  }
}
