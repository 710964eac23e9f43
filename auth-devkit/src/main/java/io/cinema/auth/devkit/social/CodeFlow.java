package io.cinema.auth.devkit.social;

import static io.cinema.auth.devkit.social.RefusedException.unless;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The authorization code flow (RFC 6749 section 4.1) as far as all providers have it in common. */
final class CodeFlow {

  private final FakeProvider provider;
  private final Registration client;
  private final Grants grants = new Grants();

  CodeFlow(FakeProvider provider, Registration client) {
    this.provider = provider;
    this.client = client;
  }

  /** Where somebody goes who said yes. */
  URI consent(URI authorizationUri, FakePerson person) {
    AuthorizationRequest request = asked(authorizationUri);
    String deviceId = UUID.randomUUID().toString();
    Grant grant = new Grant(request, person, deviceId, provider.now());
    Map<String, String> sent = new LinkedHashMap<>();
    sent.put("code", grants.newCode(grant));
    sent.put("state", request.state());
    sent.putAll(provider.inRedirect(grant));
    return Parameters.append(request.redirectUri(), sent);
  }

  /** Where somebody goes who said no. */
  URI denial(URI authorizationUri) {
    AuthorizationRequest request = asked(authorizationUri);
    Map<String, String> sent = new LinkedHashMap<>();
    sent.put("error", "access_denied");
    sent.put("state", request.state());
    sent.putAll(provider.inEveryRedirect());
    return Parameters.append(request.redirectUri(), sent);
  }

  /** Whom the access token was made for; null if it is not one of ours. */
  @Nullable Grant grantOf(String accessToken) {
    return grants.find(accessToken);
  }

  boolean isFromBrowser(Request request) {
    return request.path().equals(provider.authorizationEndpoint().getPath());
  }

  Answer answer(Request request) {
    try {
      return routed(request);
    } catch (RefusedException e) {
      return ConsentPage.refusing(400, e.description());
    }
  }

  private Answer routed(Request request) {
    String wanted = request.method() + " " + request.path();
    if (wanted.equals("GET " + provider.authorizationEndpoint().getPath())) {
      return ConsentPage.asking(request.address(), asked(request.address()));
    } else if (wanted.equals("POST " + provider.authorizationEndpoint().getPath())) {
      return Answer.redirect(303, chosen(request));
    } else if (wanted.equals("POST " + provider.tokenEndpoint().getPath())) {
      return token(request);
    }
    Route route = provider.routes().get(wanted);
    return route == null ? ConsentPage.refusing(404, wanted) : route.answer(request);
  }

  private URI chosen(Request request) {
    String choice = request.form().require("person");
    return choice.equals(ConsentPage.NOBODY)
        ? denial(request.address())
        : consent(request.address(), ConsentPage.person(choice));
  }

  private AuthorizationRequest asked(URI authorizationUri) {
    unless(
        authorizationUri.getPath().equals(provider.authorizationEndpoint().getPath()),
        "invalid_request",
        "the authorization endpoint is " + provider.authorizationEndpoint());
    Parameters sent = Parameters.parse(authorizationUri.getRawQuery());
    AuthorizationRequest request = AuthorizationRequest.of(sent, client, provider.scopes());
    provider.check(request, sent);
    return request;
  }

  private Answer token(Request request) {
    try {
      provider.clientCheck().check(request, client);
      Parameters form = request.form();
      unless(
          form.require("grant_type").equals("authorization_code"),
          "unsupported_grant_type",
          "grant_type must be authorization_code");
      Grant grant = grants.redeem(form.require("code"), provider.now());
      grant.request().check(form);
      provider.check(grant, form);
      return provider.tokens(request, grant, grants.newToken(grant));
    } catch (RefusedException e) {
      return provider.refusal(request, e);
    }
  }
}
