package io.cinema.auth.devkit.social;

import static io.cinema.auth.devkit.social.Defect.ERROR_IN_A_200;

import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * GitHub: tokens come as a form unless JSON is asked for, errors with status 200; the id is a
 * number; {@code /user} tells no e-mail, {@code /user/emails} several. It answers nobody who does
 * not send a User-Agent.
 */
public final class FakeGithub extends FakeProvider {

  private FakeGithub(Registration client) {
    super(0, client);
  }

  /** One where {@link Registration#of} is registered. */
  public static FakeGithub open(URI... redirectUris) {
    return started(new FakeGithub(Registration.of(redirectUris)));
  }

  @Override
  public URI authorizationEndpoint() {
    return address().resolve("/login/oauth/authorize");
  }

  @Override
  public URI tokenEndpoint() {
    return address().resolve("/login/oauth/access_token");
  }

  @Override
  public URI userInfoEndpoint() {
    return address().resolve("/user");
  }

  /** Needs scope {@code user:email}. */
  public URI emailsEndpoint() {
    return address().resolve("/user/emails");
  }

  @Override
  Set<Defect> ownDefects() {
    return Set.of(ERROR_IN_A_200);
  }

  @Override
  Set<String> scopes() {
    return Set.of("read:user", "user:email");
  }

  @Override
  ClientCheck clientCheck() {
    return ClientCheck.FORM;
  }

  @Override
  Map<String, Route> routes() {
    return Map.of("GET /user", this::user, "GET /user/emails", this::emails);
  }

  @Override
  Answer tokens(Request request, Grant grant, String accessToken) {
    return suffers(ERROR_IN_A_200, tokenEndpoint())
        ? error(request, "bad_verification_code", "The code passed is incorrect or expired.")
        : formOrJson(
            request,
            Map.of(
                "access_token",
                accessToken,
                "token_type",
                "bearer",
                // GitHub's own separator.
                "scope",
                String.join(",", grant.request().scopes())));
  }

  @Override
  Answer refusal(Request request, RefusedException refused) {
    String error =
        switch (refused.error()) {
          case "invalid_client" -> "incorrect_client_credentials";
          case "invalid_grant" -> "bad_verification_code";
          default -> refused.error();
        };
    return error(request, error, refused.description());
  }

  private static Answer error(Request request, String error, String description) {
    return formOrJson(request, Map.of("error", error, "error_description", description));
  }

  private static Answer formOrJson(Request request, Map<String, String> values) {
    return request.header("Accept").contains("application/json")
        ? Answer.json(200, values)
        : Answer.form(200, values);
  }

  private Answer user(Request request) {
    Grant grant = grantOf(request.credentials("Bearer"));
    if (grant == null || request.header("User-Agent").isEmpty()) {
      return refused(grant == null ? 401 : 403);
    }
    FakePerson person = told(grant);
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("login", person.nickname());
    user.put("id", new BigInteger(person.subject()));
    user.put("name", name(person));
    user.put("email", null);
    return Answer.json(200, user);
  }

  private Answer emails(Request request) {
    Grant grant = grantOf(request.credentials("Bearer"));
    if (grant == null || request.header("User-Agent").isEmpty()) {
      return refused(grant == null ? 401 : 403);
    }
    if (!grant.includes("user:email")) {
      return refused(404);
    }
    FakePerson person = told(grant);
    List<Map<String, ?>> emails = new ArrayList<>();
    // Verified, but not what the person goes by.
    emails.add(email("private@users.noreply.github.com", false, true));
    if (person.email() != null) {
      emails.add(email(person.email(), true, person.emailVerified()));
    }
    return Answer.json(200, emails);
  }

  private static Map<String, ?> email(String email, boolean primary, boolean verified) {
    return Map.of("email", email, "primary", primary, "verified", verified);
  }

  private static Answer refused(int status) {
    return Answer.json(status, Map.of("message", "no"));
  }

  private static String name(FakePerson person) {
    return Stream.of(person.firstName(), person.lastName())
        .filter(part -> part != null)
        .collect(Collectors.joining(" "));
  }
}
