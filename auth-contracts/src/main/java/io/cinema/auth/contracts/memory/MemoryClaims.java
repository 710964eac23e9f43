package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.role.RoleName;
import io.cinema.auth.domain.token.AccessTokenCheck;
import io.cinema.auth.domain.token.AccessTokenClaims;
import io.cinema.auth.domain.token.Amr;
import io.cinema.auth.domain.token.SignedClaims;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The two other forms of the claims of an access token. */
public final class MemoryClaims {
  private MemoryClaims() {}

  /** What a verifier reads from a token that claims this. */
  public static SignedClaims signed(AccessTokenClaims claims) {
    return new SignedClaims(
        AccessTokenCheck.TYPE,
        claims.terms().issuer(),
        List.of(claims.terms().audience()),
        claims.user().toString(),
        claims.expiresAt(),
        null,
        claims.issuedAt(),
        claims.authTime(),
        claims.jti(),
        claims.session().toString(),
        claims.version(),
        claims.amr().stream().map(Amr::claim).toList(),
        claims.roles().stream().map(RoleName::value).toList(),
        claims.superuser());
  }

  /** The payload of a token that claims this. No claim of ours needs escaping. */
  static String json(AccessTokenClaims claims) {
    return """
        {"iss":"%s","aud":"%s","sub":"%s","iat":%d,"exp":%d,"jti":"%s","sid":"%s","client_id":"%s",\
        "ver":%d,"auth_time":%d,"amr":%s,"roles":%s,"superuser":%b}"""
        .formatted(
            claims.terms().issuer(),
            claims.terms().audience(),
            claims.user(),
            claims.issuedAt().getEpochSecond(),
            claims.expiresAt().getEpochSecond(),
            claims.jti(),
            claims.session(),
            claims.terms().clientId(),
            claims.version(),
            claims.authTime().getEpochSecond(),
            words(claims.amr().stream().map(Amr::claim).toList()),
            words(claims.roles().stream().map(RoleName::value).toList()),
            claims.superuser());
  }

  private static String words(Collection<String> words) {
    return words.stream().map(w -> '"' + w + '"').collect(Collectors.joining(",", "[", "]"));
  }
}
