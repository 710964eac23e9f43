package io.cinema.auth.devkit.social;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Map;

/** A key pair that signs ID tokens with one algorithm: RS256 or ES256. */
record SigningKey(JWSAlgorithm algorithm, JWK pair) {

  /** 2048 bits. */
  static SigningKey rs256(String id) {
    try {
      RSAKeyGenerator generator = new RSAKeyGenerator(2048);
      return new SigningKey(
          JWSAlgorithm.RS256, generator.keyID(id).keyUse(KeyUse.SIGNATURE).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** On P-256. */
  static SigningKey es256(String id) {
    try {
      ECKeyGenerator generator = new ECKeyGenerator(Curve.P_256);
      return new SigningKey(
          JWSAlgorithm.ES256, generator.keyID(id).keyUse(KeyUse.SIGNATURE).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Another pair of the same kind that goes by the id given. */
  SigningKey another(String id) {
    return algorithm.equals(JWSAlgorithm.RS256) ? rs256(id) : es256(id);
  }

  String id() {
    return pair.getKeyID();
  }

  /** The public half as JWK (RFC 7517). */
  Map<String, Object> published() {
    return pair.toPublicJWK().toJSONObject();
  }

  String sign(JWTClaimsSet claims) {
    try {
      JWSSigner signer = new DefaultJWSSignerFactory().createJWSSigner(pair, algorithm);
      JWSHeader header = new JWSHeader.Builder(algorithm).keyID(id()).build();
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
