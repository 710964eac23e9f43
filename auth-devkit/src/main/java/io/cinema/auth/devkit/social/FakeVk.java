package io.cinema.auth.devkit.social;

import static io.cinema.auth.devkit.social.Defect.ERROR_IN_A_200;
import static io.cinema.auth.devkit.social.RefusedException.unless;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * VK ID: the redirect carries {@code device_id}, which the token request must show together with
 * {@code state}; user info is a POST; errors are JSON with status 200. {@code verified} in the user
 * info is the badge of the account and says nothing of the e-mail.
 */
public class FakeVk extends FakeProvider {

  FakeVk(Registration client) {
    super(0, client);
  }

  /** One where {@link Registration#of} is registered. */
  public static FakeVk open(URI... redirectUris) {
    return started(new FakeVk(Registration.of(redirectUris)));
  }

  @Override
  public URI authorizationEndpoint() {
    return address().resolve("/authorize");
  }

  @Override
  public URI tokenEndpoint() {
    return address().resolve("/oauth2/auth");
  }

  @Override
  public URI userInfoEndpoint() {
    return address().resolve("/oauth2/user_info");
  }

  @Override
  Set<Defect> ownDefects() {
    return Set.of(ERROR_IN_A_200);
  }

  @Override
  Set<String> scopes() {
    return Set.of("vkid.personal_info", "email", "phone");
  }

  @Override
  ClientCheck clientCheck() {
    return ClientCheck.ID_IS_ENOUGH;
  }

  @Override
  Map<String, Route> routes() {
    return Map.of("POST /oauth2/user_info", this::userInfo);
  }

  @Override
  Map<String, String> inRedirect(Grant grant) {
    return Map.of("device_id", grant.deviceId(), "type", "code_v2", "expires_in", "600");
  }

  @Override
  void check(Grant grant, Parameters sent) {
    unless(
        sent.require("device_id").equals(grant.deviceId()),
        "invalid_grant",
        "device_id is not that of the redirect");
    unless(
        sent.require("state").equals(grant.request().state()),
        "invalid_grant",
        "state is not that of the authorization");
  }

  @Override
  Answer tokens(Request request, Grant grant, String accessToken) {
    if (suffers(ERROR_IN_A_200, tokenEndpoint())) {
      return error("slow_down", "try again later");
    }
    return Answer.json(
        200,
        Map.of(
            "access_token",
            accessToken,
            "token_type",
            "Bearer",
            "expires_in",
            3600,
            "state",
            grant.request().state(),
            "scope",
            String.join(" ", grant.request().scopes())));
  }

  @Override
  Answer refusal(Request request, RefusedException refused) {
    return error(refused.error(), refused.description());
  }

  private Answer userInfo(Request request) {
    Parameters form = request.form();
    Grant grant = grantOf(form.get("access_token"));
    if (grant == null || !form.get("client_id").equals(clientId())) {
      return error("invalid_token", "the token is invalid");
    }
    if (suffers(ERROR_IN_A_200, userInfoEndpoint())) {
      return error("slow_down", "try again later");
    }
    FakePerson person = told(grant);
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("user_id", person.subject());
    user.put("verified", true);
    if (grant.includes("vkid.personal_info")) {
      user.put("first_name", person.firstName());
      user.put("last_name", person.lastName());
    }
    if (grant.includes("email") && person.email() != null) {
      user.put("email", person.email());
    }
    return Answer.json(200, Map.of("user", user));
  }

  private static Answer error(String error, String description) {
    return Answer.json(200, Map.of("error", error, "error_description", description));
  }
}
