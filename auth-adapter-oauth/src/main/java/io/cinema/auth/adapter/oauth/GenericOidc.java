package io.cinema.auth.adapter.oauth;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.cinema.auth.adapter.oauth.http.GuardedCall;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/** Any OpenID Connect provider: what its ID token does not tell is asked of its user info. */
final class GenericOidc extends OpenId {

  GenericOidc(ProviderSettings settings, String issuer, InstantSource clock) {
    super(settings, issuer, Optional.empty(), clock);
  }

  @Override
  Told told(GuardedCall call, IDTokenClaimsSet claims, AccessTokenResponse tokens)
      throws IOException, RefusalException {
    JsonBody vouched = new JsonBody(claims.toJSONObject());
    URI userInfo = metadata(call).getUserInfoEndpointURI();
    if (vouched.text("email") != null || userInfo == null) {
      return StandardClaims.told(vouched);
    }
    JsonBody told =
        UserInfo.get(call, userInfo, tokens.getTokens().getAccessToken().toAuthorizationHeader());
    // OpenID Connect Core section 5.3.2: the answer may be for another token.
    if (!claims.getSubject().getValue().equals(told.text("sub"))) {
      throw new RefusalException("the user info is of somebody else");
    }
    return StandardClaims.told(told);
  }
}
