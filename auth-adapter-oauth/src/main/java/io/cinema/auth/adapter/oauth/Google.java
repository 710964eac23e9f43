package io.cinema.auth.adapter.oauth;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.cinema.auth.adapter.oauth.http.GuardedCall;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/**
 * Google: its tokens may spell the issuer without a scheme; the ID token tells all there is to
 * tell.
 */
final class Google extends OpenId {
  private static final String ISSUER = "https://accounts.google.com";

  Google(ProviderSettings settings, InstantSource clock) {
    this(settings, Objects.requireNonNullElse(settings.issuer(), ISSUER), clock);
  }

  private Google(ProviderSettings settings, String issuer, InstantSource clock) {
    super(settings, issuer, Optional.of(issuer.replaceFirst("^https?://", "")), clock);
  }

  @Override
  Told told(GuardedCall call, IDTokenClaimsSet claims, AccessTokenResponse tokens) {
    return StandardClaims.told(new JsonBody(claims.toJSONObject()));
  }
}
