package io.cinema.auth.adapter.oauth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.cinema.auth.adapter.oauth.http.GuardedCall;
import io.cinema.auth.domain.social.Returned;
import io.cinema.auth.domain.social.SocialFlow;
import io.cinema.auth.domain.social.SocialProfile;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What networks have in common that vouch by ID tokens (OpenID Connect Core). */
abstract class OpenId implements Network {
  private static final Duration METADATA_LIFE = Duration.ofHours(1);

  private final ProviderSettings settings;
  private final Issuer issuer;
  private final Cached<OIDCProviderMetadata> metadata;
  private final IdTokens idTokens;

  /**
   * @param alias another spelling of the issuer that its tokens may have
   */
  OpenId(ProviderSettings settings, String issuer, Optional<String> alias, InstantSource clock) {
    this.settings = settings;
    this.issuer = new Issuer(issuer);
    this.metadata = new Cached<>(new Discovery(this.issuer)::fetch, METADATA_LIFE, clock);
    this.idTokens =
        new IdTokens(
            this.issuer,
            alias.map(Issuer::new),
            new ClientID(settings.clientId()),
            new ProviderKeys(call -> metadata(call).getJWKSetURI(), clock));
  }

  /** What it tells of the person beside who it is. */
  abstract Told told(GuardedCall call, IDTokenClaimsSet claims, AccessTokenResponse tokens)
      throws IOException, RefusalException;

  final OIDCProviderMetadata metadata(GuardedCall call) throws IOException {
    return metadata.get(call).value();
  }

  @Override
  public List<String> scopes() {
    return List.of("openid", "email", "profile");
  }

  @Override
  public final boolean givesIdTokens() {
    return true;
  }

  @Override
  public final Entrances entrances(GuardedCall call) throws IOException {
    OIDCProviderMetadata found = metadata(call);
    return new Entrances(found.getAuthorizationEndpointURI(), found.getTokenEndpointURI());
  }

  /** In a header unless the provider takes forms only (OpenID Connect Discovery section 3). */
  @Override
  public final ClientProof proof(GuardedCall call) throws IOException {
    List<ClientAuthenticationMethod> taken = metadata(call).getTokenEndpointAuthMethods();
    return taken == null || taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        ? ClientProof.BASIC
        : ClientProof.FORM;
  }

  /** RFC 9207 section 2.4: a code of another provider must not reach this one. */
  @Override
  public final void check(GuardedCall call, Returned returned)
      throws IOException, RefusalException {
    String from = returned.issuer();
    if (from == null && metadata(call).supportsAuthorizationResponseIssuerParam()) {
      throw new RefusalException("what came back does not say from whom");
    }
    if (from != null && !from.equals(issuer.getValue())) {
      throw new RefusalException("what came back is from another issuer");
    }
  }

  @Override
  public final SocialProfile profile(GuardedCall call, SocialFlow flow, AccessTokenResponse tokens)
      throws IOException, RefusalException {
    if (!(tokens.getCustomParameters().get("id_token") instanceof String idToken)) {
      throw new RefusalException("the network gave no ID token");
    }
    JWSAlgorithm algorithm =
        IdTokenAlgorithms.expected(settings.idTokenAlgorithm(), metadata(call).getIDTokenJWSAlgs());
    IDTokenClaimsSet claims = idTokens.checked(idToken, algorithm, flow, call);
    return told(call, claims, tokens)
        .by(settings.name(), issuer.getValue(), claims.getSubject().getValue());
  }
}
