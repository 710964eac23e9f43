package io.cinema.auth.bootstrap.docs;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URL;
import java.text.ParseException;
import java.util.Set;

/** Verifies access tokens by the keys that the auth service publishes. Make one and share it. */
public final class TokenVerifier {
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  /**
   * @param issuer the AUTH_ISSUER of the auth service, letter by letter
   * @param audience its AUTH_TOKEN_AUDIENCE
   * @param keys {@code <issuer>/.well-known/jwks.json}, or where else it can be had
   */
  public TokenVerifier(String issuer, String audience, URL keys) {
    // Keeps the keys for five minutes, and asks again for a kid that it does not know.
    JWKSource<SecurityContext> source =
        JWKSourceBuilder.create(keys).retrying(true).rateLimited(true).build();
    // One algorithm, whatever the token's header asks for (RFC 8725 section 3.1).
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, source));
    // An access token, and no other JWT that the same key may have signed (RFC 9068 section 4).
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            audience,
            new JWTClaimsSet.Builder().issuer(issuer).build(),
            Set.of("sub", "exp", "iat", "jti", "sid", "ver", "roles")));
  }

  /**
   * The claims of a token that is good by itself.
   *
   * @throws ParseException if it is no JWT
   * @throws BadJOSEException if it does not count
   * @throws JOSEException if that can't be found out, as the keys can't be had
   */
  public JWTClaimsSet verify(String token) throws ParseException, BadJOSEException, JOSEException {
    return processor.process(token, null);
  }
}
