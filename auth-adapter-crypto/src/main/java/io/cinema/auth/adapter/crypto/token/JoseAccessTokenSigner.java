package io.cinema.auth.adapter.crypto.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.cinema.auth.domain.port.AccessTokenSigner;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.role.RoleName;
import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.token.AccessTokenCheck;
import io.cinema.auth.domain.token.AccessTokenClaims;
import io.cinema.auth.domain.token.Amr;

/** Signs with the ring's active key: ES256 (RFC 7518 section 3.4), claims of RFC 9068 and ours. */
public final class JoseAccessTokenSigner implements AccessTokenSigner {
  private static final JOSEObjectType TYPE = new JOSEObjectType(AccessTokenCheck.TYPE);

  private final JoseKeyRing ring;

  public JoseAccessTokenSigner(JoseKeyRing ring) {
    this.ring = ring;
  }

  @Override
  public Secret sign(AccessTokenClaims claims) {
    OpenedKey key =
        ring.active().orElseThrow(() -> PortUnavailableException.down("AccessTokenSigner", null));
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(key.id()).build();
    SignedJWT token = new SignedJWT(header, claimsSet(claims));
    try {
      token.sign(key.signer());
    } catch (JOSEException broken) {
      throw new IllegalStateException("signing with " + key + " failed", broken);
    }
    return Secret.of(token.serialize());
  }

  private static JWTClaimsSet claimsSet(AccessTokenClaims claims) {
    return new JWTClaimsSet.Builder()
        .issuer(claims.terms().issuer())
        .audience(claims.terms().audience())
        .subject(claims.user().toString())
        .claim(Claim.IAT, claims.issuedAt().getEpochSecond())
        .claim(Claim.EXP, claims.expiresAt().getEpochSecond())
        .jwtID(claims.jti())
        .claim(Claim.SID, claims.session().toString())
        .claim(Claim.CLIENT_ID, claims.terms().clientId())
        .claim(Claim.VER, claims.version())
        .claim(Claim.AUTH_TIME, claims.authTime().getEpochSecond())
        .claim(Claim.AMR, claims.amr().stream().sorted().map(Amr::claim).toList())
        .claim(Claim.ROLES, claims.roles().stream().map(RoleName::value).sorted().toList())
        .claim(Claim.SUPERUSER, claims.superuser())
        .build();
  }
}
