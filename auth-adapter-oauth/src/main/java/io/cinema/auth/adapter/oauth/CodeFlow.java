package io.cinema.auth.adapter.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.cinema.auth.adapter.oauth.http.GuardedCall;
import io.cinema.auth.adapter.oauth.http.GuardedHttp;
import io.cinema.auth.domain.port.IdentityProvider;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.social.ProviderName;
import io.cinema.auth.domain.social.Returned;
import io.cinema.auth.domain.social.SocialFlow;
import java.io.IOException;
import java.net.URI;

/** The authorization code flow, the same with every network. */
final class CodeFlow implements IdentityProvider {
  private final ProviderName name;
  private final ClientID client;
  private final Scope scope;
  private final Network network;
  private final CodeExchange exchange;
  private final GuardedHttp http;

  CodeFlow(ProviderSettings settings, Credentials credentials, Network network, GuardedHttp http) {
    this.name = settings.name();
    this.client = credentials.client();
    this.scope =
        new Scope(
            (settings.scopes().isEmpty() ? network.scopes() : settings.scopes())
                .toArray(String[]::new));
    this.network = network;
    this.exchange = new CodeExchange(credentials, network);
    this.http = http;
  }

  @Override
  public ProviderName name() {
    return name;
  }

  @Override
  public URI authorizationUri(SocialFlow flow) {
    try {
      URI endpoint = network.entrances(http.call()).authorization();
      return network.givesIdTokens() ? withNonce(endpoint, flow) : plain(endpoint, flow);
    } catch (IOException away) {
      throw down(away);
    }
  }

  @Override
  public Outcome identify(SocialFlow flow, Returned returned) {
    GuardedCall call = http.call();
    try {
      network.check(call, returned);
      return new Identified(network.profile(call, flow, exchange.tokens(call, flow, returned)));
    } catch (RefusalException refused) {
      return new Refused(refused.reason());
    } catch (IOException away) {
      throw down(away);
    }
  }

  private URI plain(URI endpoint, SocialFlow flow) {
    AuthorizationRequest.Builder request =
        new AuthorizationRequest.Builder(ResponseType.CODE, client)
            .endpointURI(endpoint)
            .redirectionURI(flow.redirectUri())
            .scope(scope)
            .state(new State(flow.state().reveal()))
            .codeChallenge(verifier(flow), CodeChallengeMethod.S256);
    network.authorizationExtras().forEach(request::customParameter);
    return request.build().toURI();
  }

  private URI withNonce(URI endpoint, SocialFlow flow) {
    AuthenticationRequest.Builder request =
        new AuthenticationRequest.Builder(ResponseType.CODE, scope, client, flow.redirectUri())
            .endpointURI(endpoint)
            .state(new State(flow.state().reveal()))
            .nonce(new Nonce(flow.nonce().reveal()))
            .codeChallenge(verifier(flow), CodeChallengeMethod.S256);
    network.authorizationExtras().forEach(request::customParameter);
    return request.build().toURI();
  }

  static CodeVerifier verifier(SocialFlow flow) {
    return new CodeVerifier(flow.codeVerifier().reveal());
  }

  private static PortUnavailableException down(IOException cause) {
    return PortUnavailableException.down("IdentityProvider", cause);
  }
}
