package io.cinema.auth.adapter.oauth;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderConfigurationRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.cinema.auth.adapter.oauth.http.GuardedCall;
import io.cinema.auth.adapter.oauth.http.UnfitAnswerException;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.stream.Stream;

/** Asks an OpenID Connect provider about itself (OpenID Connect Discovery section 4). */
final class Discovery {
  private final Issuer issuer;

  Discovery(Issuer issuer) {
    this.issuer = issuer;
  }

  /** The metadata, which has all endpoints that we need. */
  OIDCProviderMetadata fetch(GuardedCall call) throws IOException {
    HTTPResponse answer = call.send(new OIDCProviderConfigurationRequest(issuer).toHTTPRequest());
    if (!answer.indicatesSuccess()) {
      throw new UnfitAnswerException("metadata with status " + answer.getStatusCode());
    }
    return fit(parsed(answer));
  }

  /** These, if they are the issuer's own and no endpoint in them gives secrets away. */
  OIDCProviderMetadata fit(OIDCProviderMetadata metadata) throws UnfitAnswerException {
    // Section 4.3: else one provider could speak for another.
    if (!issuer.equals(metadata.getIssuer())) {
      throw new UnfitAnswerException("metadata of another issuer");
    }
    if (!Stream.of(
            metadata.getAuthorizationEndpointURI(),
            metadata.getTokenEndpointURI(),
            metadata.getJWKSetURI())
        .allMatch(endpoint -> endpoint != null && safe(endpoint))) {
      throw new UnfitAnswerException("metadata without an endpoint, or with one that is not safe");
    }
    URI userInfo = metadata.getUserInfoEndpointURI();
    if (userInfo != null && !safe(userInfo)) {
      throw new UnfitAnswerException("metadata with a user info endpoint that is not safe");
    }
    return metadata;
  }

  private static OIDCProviderMetadata parsed(HTTPResponse answer) throws UnfitAnswerException {
    try {
      return OIDCProviderMetadata.parse(answer.getBodyAsJSONObject());
    } catch (ParseException _) {
      throw new UnfitAnswerException("metadata that makes no sense");
    }
  }

  /** Not in plain text where the issuer is not: codes and tokens go there. */
  private boolean safe(URI endpoint) {
    return !issuer.getValue().startsWith("https://")
        || Objects.equals(endpoint.getScheme(), "https");
  }
}
