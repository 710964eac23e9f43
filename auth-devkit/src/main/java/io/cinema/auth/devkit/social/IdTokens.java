package io.cinema.auth.devkit.social;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes ID tokens (OpenID Connect Core section 2), good ones and bad ones. */
final class IdTokens {

  private static final Duration LIFE = Duration.ofHours(1);
  private static final Duration AGO = Duration.ofMinutes(10);

  private IdTokens() {}

  /**
   * The claims of every ID token.
   *
   * @param about what it says of the person, {@code sub} included
   */
  static JWTClaimsSet claims(
      String issuer, String audience, @Nullable String nonce, Map<String, ?> about, Instant now) {
    JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
    about.forEach(claims::claim);
    return claims
        .issuer(issuer)
        .audience(audience)
        .claim("nonce", nonce)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(LIFE)))
        .build();
  }

  /** The same with what is wrong with it under the defect. */
  static JWTClaimsSet spoilt(JWTClaimsSet right, Defect defect, Instant now) {
    JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder(right);
    switch (defect) {
      case ID_TOKEN_EXPIRED ->
          claims
              .issueTime(Date.from(now.minus(AGO).minus(LIFE)))
              .expirationTime(Date.from(now.minus(AGO)));
      case ID_TOKEN_FOR_ANOTHER_AUDIENCE -> claims.audience("another-app");
      case ID_TOKEN_OF_ANOTHER_ISSUER -> claims.issuer("https://issuer.example");
      case ID_TOKEN_WITH_ANOTHER_NONCE -> claims.claim("nonce", "another-nonce");
      case ID_TOKEN_WITHOUT_NONCE -> claims.claim("nonce", null);
      case ID_TOKEN_WITHOUT_SUBJECT -> claims.subject(null);
      default -> {}
    }
    return claims.build();
  }

  /** Signed as it should be, or as the defect has it. */
  static String signed(
      JWTClaimsSet claims, SigningKey key, String clientSecret, @Nullable Defect defect) {
    return switch (defect) {
      case ID_TOKEN_UNSIGNED -> new PlainJWT(claims).serialize();
      case ID_TOKEN_SIGNED_BY_ANOTHER_KEY -> key.another(key.id()).sign(claims);
      case ID_TOKEN_SIGNED_WITH_CLIENT_SECRET -> hs256(claims, key.id(), clientSecret);
      case null, default -> key.sign(claims);
    };
  }

  private static String hs256(JWTClaimsSet claims, String keyId, String secret) {
    try {
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(keyId).build();
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new MACSigner(secret.getBytes(UTF_8)));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
