package io.cinema.auth.application.token;

import io.cinema.auth.application.upkeep.SigningKeyUpkeep;
import io.cinema.auth.domain.port.AccessTokenVerifier;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.port.RevocationRepository;
import io.cinema.auth.domain.port.RevocationStore;
import io.cinema.auth.domain.session.RevokedTokens;
import io.cinema.auth.domain.token.AccessTokenCheck;
import io.cinema.auth.domain.token.AccessTokenTerms;
import io.cinema.auth.domain.token.SignedClaims;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import java.time.InstantSource;

public final class AuthenticateTokenService implements AuthenticateToken {
  private final AccessTokenVerifier verifier;
  private final SigningKeyUpkeep keys;
  private final RevocationStore store;
  private final RevocationRepository truth;
  private final AccessTokenTerms terms;
  private final InstantSource clock;

  public AuthenticateTokenService(
      AccessTokenVerifier verifier,
      SigningKeyUpkeep keys,
      RevocationStore store,
      RevocationRepository truth,
      AccessTokenTerms terms,
      InstantSource clock) {
    this.verifier = verifier;
    this.keys = keys;
    this.store = store;
    this.truth = truth;
    this.terms = terms;
    this.clock = clock;
  }

  @Override
  public Result authenticate(String token) {
    return switch (signature(token)) {
      case AccessTokenVerifier.Signed(SignedClaims claims) -> check(claims);
      case AccessTokenVerifier.BadSignature _ -> new Invalid("its signature is wrong");
      case AccessTokenVerifier.UnknownKey _ -> new Invalid("its signature is by an unknown key");
      case AccessTokenVerifier.Malformed _ -> new Invalid("it is not one of our access tokens");
    };
  }

  private AccessTokenVerifier.Outcome signature(String token) {
    AccessTokenVerifier.Outcome first = verifier.verify(token);
    boolean retry = first instanceof AccessTokenVerifier.UnknownKey && keys.reloadForUnknownKey();
    return retry ? verifier.verify(token) : first;
  }

  private Result check(SignedClaims claims) {
    return switch (AccessTokenCheck.check(claims, terms, clock.instant())) {
      case AccessTokenCheck.Valid(VerifiedAccessToken token) ->
          revoked(token) ? new Revoked() : new Authenticated(token);
      case AccessTokenCheck.Expired _ -> new Expired();
      case AccessTokenCheck.Refused(String reason) -> new Invalid(reason);
    };
  }

  private boolean revoked(VerifiedAccessToken token) {
    RevocationStore.Lookup lookup;
    try {
      lookup = store.find(token.user());
    } catch (PortUnavailableException redisIsAway) {
      return truth.isRevoked(token);
    }
    return switch (lookup) {
      case RevocationStore.Known(RevokedTokens revoked) -> revoked.cover(token);
      case RevocationStore.Unfilled _ -> truth.isRevoked(token);
    };
  }
}
