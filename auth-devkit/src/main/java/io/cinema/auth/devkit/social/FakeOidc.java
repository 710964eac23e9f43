package io.cinema.auth.devkit.social;

import static io.cinema.auth.devkit.social.Defect.DISCOVERY_OF_ANOTHER_ISSUER;
import static io.cinema.auth.devkit.social.Defect.ID_TOKEN_MISSING;
import static io.cinema.auth.devkit.social.Defect.REDIRECT_WITHOUT_ISSUER;
import static io.cinema.auth.devkit.social.Defect.REDIRECT_WITH_ANOTHER_ISSUER;
import static io.cinema.auth.devkit.social.RefusedException.unless;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Any OpenID Connect provider: discovery, published keys, ID tokens signed with ES256, user info,
 * and its issuer in every redirect (RFC 9207). It insists on a nonce.
 */
public class FakeOidc extends FakeProvider {

  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private volatile SigningKey key;

  FakeOidc(int port, Registration client, SigningKey key) {
    super(port, client);
    this.key = key;
  }

  /** One where {@link Registration#of} is registered. */
  public static FakeOidc open(URI... redirectUris) {
    return open(0, Registration.of(redirectUris));
  }

  /**
   * One on a port that stays, and with it the issuer.
   *
   * @throws IllegalStateException if the port is taken
   */
  public static FakeOidc open(int port, Registration client) {
    return started(new FakeOidc(port, client, SigningKey.es256("key-1")));
  }

  /** The {@link #address}. */
  public final URI issuer() {
    return address();
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
    return address().resolve("/userinfo");
  }

  public URI keysEndpoint() {
    return address().resolve("/jwks");
  }

  public final URI discoveryEndpoint() {
    return address().resolve(DISCOVERY);
  }

  /** Signs with a new key, under a new id, and publishes only that one. */
  public final void rotateKey() {
    key = key.another(key.id() + "x");
  }

  @Override
  Set<Defect> ownDefects() {
    Set<Defect> own = new HashSet<>(Defect.ofOpenId());
    if (sendsIssuer()) {
      own.addAll(Set.of(REDIRECT_WITH_ANOTHER_ISSUER, REDIRECT_WITHOUT_ISSUER));
    }
    return own;
  }

  /** Whether redirects carry {@code iss}. */
  boolean sendsIssuer() {
    return true;
  }

  /** What ID tokens have for {@code iss}. */
  String issuerInTokens() {
    return issuer().toString();
  }

  /** How {@code email_verified} looks. */
  Object emailVerified(boolean verified) {
    return verified;
  }

  @Override
  Set<String> scopes() {
    return Set.of("openid", "email", "profile");
  }

  @Override
  ClientCheck clientCheck() {
    return ClientCheck.FORM_OR_BASIC;
  }

  @Override
  Map<String, Route> routes() {
    return Map.of(
        "GET " + DISCOVERY,
        this::discovery,
        "GET " + keysEndpoint().getPath(),
        _ -> Answer.json(200, Map.of("keys", List.of(key.published()))),
        "GET " + userInfoEndpoint().getPath(),
        this::userInfo);
  }

  @Override
  void check(AuthorizationRequest request, Parameters sent) {
    unless(request.scopes().contains("openid"), "invalid_scope", "scope must include openid");
    unless(request.nonce() != null, "invalid_request", "nonce is missing");
  }

  @Override
  Map<String, String> inEveryRedirect() {
    if (!sendsIssuer() || suffers(REDIRECT_WITHOUT_ISSUER, authorizationEndpoint())) {
      return Map.of();
    }
    return suffers(REDIRECT_WITH_ANOTHER_ISSUER, authorizationEndpoint())
        ? Map.of("iss", "https://issuer.example")
        : Map.of("iss", issuer().toString());
  }

  @Override
  Answer tokens(Request request, Grant grant, String accessToken) {
    Map<String, Object> tokens = new LinkedHashMap<>();
    tokens.put("access_token", accessToken);
    tokens.put("token_type", "Bearer");
    tokens.put("expires_in", 3600);
    tokens.put("scope", String.join(" ", grant.request().scopes()));
    if (!suffers(ID_TOKEN_MISSING, tokenEndpoint())) {
      tokens.put("id_token", idToken(grant, defectAt(tokenEndpoint())));
    }
    return Answer.json(200, tokens);
  }

  private String idToken(Grant grant, @Nullable Defect defect) {
    String nonce = grant.request().nonce();
    JWTClaimsSet right = IdTokens.claims(issuerInTokens(), clientId(), nonce, about(grant), now());
    JWTClaimsSet claims = defect == null ? right : IdTokens.spoilt(right, defect, now());
    return IdTokens.signed(claims, key, clientSecret(), defect);
  }

  /** Standard claims, section 5.1 of OpenID Connect Core. */
  private Map<String, Object> about(Grant grant) {
    FakePerson person = told(grant);
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("sub", person.subject());
    if (grant.includes("email") && person.email() != null) {
      about.put("email", person.email());
      about.put("email_verified", emailVerified(person.emailVerified()));
    }
    if (grant.includes("profile")) {
      about.put("preferred_username", person.nickname());
      about.put("given_name", person.firstName());
      about.put("family_name", person.lastName());
    }
    return about;
  }

  private Answer userInfo(Request request) {
    Grant grant = grantOf(request.credentials("Bearer"));
    return grant == null
        ? Answer.json(401, Map.of("error", "invalid_token"))
        : Answer.json(200, about(grant));
  }

  private Answer discovery(Request request) {
    Map<String, Object> document = new LinkedHashMap<>();
    boolean foreign = suffers(DISCOVERY_OF_ANOTHER_ISSUER, discoveryEndpoint());
    document.put("issuer", foreign ? "https://issuer.example" : issuer().toString());
    document.put("authorization_endpoint", authorizationEndpoint().toString());
    document.put("token_endpoint", tokenEndpoint().toString());
    document.put("userinfo_endpoint", userInfoEndpoint().toString());
    document.put("jwks_uri", keysEndpoint().toString());
    document.put("scopes_supported", List.copyOf(scopes()));
    document.put("response_types_supported", List.of("code"));
    document.put("subject_types_supported", List.of("public"));
    document.put("id_token_signing_alg_values_supported", List.of(key.algorithm().getName()));
    document.put(
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_post", "client_secret_basic"));
    document.put("code_challenge_methods_supported", List.of("S256"));
    document.put("authorization_response_iss_parameter_supported", sendsIssuer());
    return Answer.json(200, document);
  }
}
