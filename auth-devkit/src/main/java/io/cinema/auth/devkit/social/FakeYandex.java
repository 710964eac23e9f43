package io.cinema.auth.devkit.social;

import static io.cinema.auth.devkit.social.Defect.CLIENT_ID_OF_ANOTHER;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Yandex ID: no ID token, user info by {@code Authorization: OAuth}, which names the application it
 * is for. Whether the e-mail is verified it does not say.
 */
public final class FakeYandex extends FakeProvider {

  private FakeYandex(Registration client) {
    super(0, client);
  }

  /** One where {@link Registration#of} is registered. */
  public static FakeYandex open(URI... redirectUris) {
    return started(new FakeYandex(Registration.of(redirectUris)));
  }

  @Override
  public URI authorizationEndpoint() {
    return address().resolve("/authorize");
  }

  @Override
  public URI tokenEndpoint() {
    return address().resolve("/token");
  }

  @Override
  public URI userInfoEndpoint() {
    return address().resolve("/info");
  }

  @Override
  Set<Defect> ownDefects() {
    return Set.of(CLIENT_ID_OF_ANOTHER);
  }

  @Override
  Set<String> scopes() {
    return Set.of("login:email", "login:info", "login:avatar", "login:birthday");
  }

  @Override
  ClientCheck clientCheck() {
    return ClientCheck.FORM_OR_BASIC;
  }

  @Override
  Map<String, Route> routes() {
    return Map.of("GET /info", this::info);
  }

  @Override
  Answer tokens(Request request, Grant grant, String accessToken) {
    return Answer.json(
        200,
        Map.of(
            "token_type",
            "bearer",
            "access_token",
            accessToken,
            "expires_in",
            31_536_000,
            "scope",
            String.join(" ", grant.request().scopes())));
  }

  private Answer info(Request request) {
    Grant grant = grantOf(request.credentials("OAuth"));
    if (grant == null) {
      return Answer.json(401, Map.of());
    }
    boolean foreign = suffers(CLIENT_ID_OF_ANOTHER, userInfoEndpoint());
    FakePerson person = told(grant);
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("id", person.subject());
    info.put("login", person.nickname());
    info.put("client_id", foreign ? "another-app" : clientId());
    if (grant.includes("login:email") && person.email() != null) {
      info.put("default_email", person.email());
    }
    if (grant.includes("login:info")) {
      info.put("first_name", person.firstName());
      info.put("last_name", person.lastName());
    }
    return Answer.json(200, info);
  }
}
