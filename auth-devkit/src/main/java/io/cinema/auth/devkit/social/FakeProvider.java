package io.cinema.auth.devkit.social;

import static io.cinema.auth.devkit.social.RefusedException.unless;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A social identity provider on loopback, for one application: the authorization code flow of RFC
 * 6749 with PKCE S256, which it insists on even where the real one does not. Runs from its making
 * until {@link #close}.
 *
 * <p>It is as strict as it can be: what it takes, the real one takes.
 */
public abstract class FakeProvider implements AutoCloseable {

  private static final Duration HOLD = Duration.ofSeconds(10);

  private final Registration client;
  private final LoopbackServer server;

  /** Works like the first, whatever defect that one has. */
  private final LoopbackServer elsewhere = new LoopbackServer(0, this::replyElsewhere);

  private final Grants grants = new Grants();
  private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
  private final AtomicInteger requestsElsewhere = new AtomicInteger();
  private volatile @Nullable Fault fault;
  private volatile Duration hold = HOLD;
  private volatile Clock clock = Clock.systemUTC();

  FakeProvider(int port, Registration client) {
    this.client = client;
    this.server = new LoopbackServer(port, this::reply);
  }

  /** The provider, listening. */
  static <P extends FakeProvider> P started(P provider) {
    provider.start();
    return provider;
  }

  /** {@code http://127.0.0.1:port}, without a slash at the end. */
  public URI address() {
    return server.address();
  }

  public String clientId() {
    return client.clientId();
  }

  public String clientSecret() {
    return client.clientSecret();
  }

  public abstract URI authorizationEndpoint();

  public abstract URI tokenEndpoint();

  public abstract URI userInfoEndpoint();

  /**
   * Where the browser of somebody goes who said yes: the redirect URI with {@code code}, {@code
   * state} and what else the provider sends.
   *
   * @throws IllegalArgumentException that says what is wrong with the request
   */
  public URI consent(URI authorizationUri, FakePerson person) {
    AuthorizationRequest request = asked(authorizationUri);
    Grant grant = new Grant(request, person, UUID.randomUUID().toString(), now());
    Map<String, String> sent = new LinkedHashMap<>();
    sent.put("code", grants.newCode(grant));
    sent.put("state", request.state());
    sent.putAll(inRedirect(grant));
    return Parameters.append(request.redirectUri(), sent);
  }

  /**
   * Where the browser of somebody goes who said no: {@code error=access_denied} and {@code state}.
   *
   * @throws IllegalArgumentException that says what is wrong with the request
   */
  public URI denial(URI authorizationUri) {
    AuthorizationRequest request = asked(authorizationUri);
    Map<String, String> sent = new LinkedHashMap<>();
    sent.put("error", "access_denied");
    sent.put("state", request.state());
    sent.putAll(inEveryRedirect());
    return Parameters.append(request.redirectUri(), sent);
  }

  /** The defects that this provider can have. */
  public Set<Defect> possibleDefects() {
    return Defect.ofAnybody();
  }

  /**
   * Has this defect from now on, instead of any other. Defects of answers spoil every answer but
   * those to browsers.
   *
   * @throws IllegalArgumentException if this provider cannot have it
   */
  public void breakBy(Defect defect) {
    breakWith(new Fault(defect, null));
  }

  /** The same, at one endpoint only. */
  public void breakBy(Defect defect, URI endpoint) {
    breakWith(new Fault(defect, endpoint.getPath()));
  }

  private void breakWith(Fault wanted) {
    if (!possibleDefects().contains(wanted.defect())) {
      throw new IllegalArgumentException(wanted.defect() + " is no defect of this provider");
    }
    fault = wanted;
  }

  /** Has no defect any more. */
  public void mend() {
    fault = null;
  }

  /** How long {@link Defect#SLOW} holds an answer; ten seconds at first. */
  public void hold(Duration duration) {
    hold = duration;
  }

  /** The provider's clock, for the age of codes and tokens. */
  public void clock(Clock other) {
    clock = other;
  }

  /** Is down: connections break, and new ones are refused. */
  public void stop() {
    server.stop();
    elsewhere.stop();
  }

  /** Is back at the same address after {@link #stop}, and remembers everything. */
  public void start() {
    server.start();
    elsewhere.start();
  }

  @Override
  public void close() {
    stop();
  }

  /** How often the endpoint was asked, with whatever outcome. */
  public int requests(URI endpoint) {
    AtomicInteger count = requests.get(endpoint.getPath());
    return count == null ? 0 : count.get();
  }

  /** How often somebody followed {@link Defect#REDIRECTS}. */
  public int requestsElsewhere() {
    return requestsElsewhere.get();
  }

  // What a provider says of itself

  /** All scopes that it knows. */
  abstract Set<String> scopes();

  abstract ClientCheck clientCheck();

  /** {@code "GET /path"} to what is there, but for the authorization and token endpoints. */
  abstract Map<String, Route> routes();

  /** The answer to a good token request. */
  abstract Answer tokens(Request request, Grant grant, String accessToken);

  /** The answer to a bad one. */
  Answer refusal(Request request, RefusedException refused) {
    int status = refused.error().equals("invalid_client") ? 401 : 400;
    return Answer.json(
        status, Map.of("error", refused.error(), "error_description", refused.description()));
  }

  /** Looks at what only this provider wants in an authorization request. */
  void check(AuthorizationRequest request, Parameters sent) {}

  /** Looks at what only this provider wants in a token request. */
  void check(Grant grant, Parameters sent) {}

  /** What it adds to the redirect beside code and state. */
  Map<String, String> inRedirect(Grant grant) {
    return inEveryRedirect();
  }

  /** What it adds to every redirect, also to that of a no. */
  Map<String, String> inEveryRedirect() {
    return Map.of();
  }

  // What it is told of its own state

  final Registration client() {
    return client;
  }

  final Instant now() {
    return clock.instant();
  }

  /** Whether it has this defect, at that endpoint. */
  final boolean suffers(Defect defect, URI endpoint) {
    return defectAt(endpoint) == defect;
  }

  final @Nullable Defect defectAt(URI endpoint) {
    Fault current = fault;
    return current != null && current.isAt(endpoint.getPath()) ? current.defect() : null;
  }

  /** Whom the token was made for; null if it is not one of ours. */
  final @Nullable Grant grantOf(String accessToken) {
    return grants.find(accessToken);
  }

  /** The person as they are told of, with any defect of profiles. */
  final FakePerson told(Grant grant) {
    Fault current = fault;
    FakePerson person = grant.person();
    return current == null ? person : SpoiltProfile.of(person, current.defect());
  }

  // Requests

  private Reply reply(Request request) {
    requests.computeIfAbsent(request.path(), _ -> new AtomicInteger()).incrementAndGet();
    Fault current = fault;
    boolean spoilt =
        current != null
            && current.defect().isOfAnswers()
            && current.isAt(request.path())
            && !request.path().equals(authorizationEndpoint().getPath());
    return spoilt && current != null
        ? Spoilt.by(
            current.defect(),
            () -> answer(request),
            hold,
            elsewhere.address().resolve(request.address()))
        : answer(request);
  }

  private Reply replyElsewhere(Request request) {
    requestsElsewhere.incrementAndGet();
    return answer(request);
  }

  private Answer answer(Request request) {
    String wanted = request.method() + " " + request.path();
    try {
      if (wanted.equals("GET " + authorizationEndpoint().getPath())) {
        return ConsentPage.asking(request.address(), asked(request.address()));
      } else if (wanted.equals("POST " + authorizationEndpoint().getPath())) {
        return Answer.redirect(303, chosen(request));
      } else if (wanted.equals("POST " + tokenEndpoint().getPath())) {
        return token(request);
      }
      Route route = routes().get(wanted);
      return route == null ? ConsentPage.refusing(404, wanted) : route.answer(request);
    } catch (RefusedException e) {
      return ConsentPage.refusing(400, e.description());
    }
  }

  private URI chosen(Request request) {
    String choice = request.form().require("person");
    return choice.equals(ConsentPage.NOBODY)
        ? denial(request.address())
        : consent(request.address(), ConsentPage.person(choice));
  }

  private AuthorizationRequest asked(URI authorizationUri) {
    unless(
        authorizationUri.getPath().equals(authorizationEndpoint().getPath()),
        "invalid_request",
        "the authorization endpoint is " + authorizationEndpoint());
    Parameters sent = Parameters.parse(authorizationUri.getRawQuery());
    AuthorizationRequest request = AuthorizationRequest.of(sent, client, scopes());
    check(request, sent);
    return request;
  }

  private Answer token(Request request) {
    try {
      Parameters form = request.form();
      clientCheck().check(request, client);
      unless(
          form.require("grant_type").equals("authorization_code"),
          "unsupported_grant_type",
          "grant_type must be authorization_code");
      Grant grant = grants.redeem(form.require("code"), now());
      unless(
          form.require("redirect_uri").equals(grant.request().redirectUri().toString()),
          "invalid_grant",
          "redirect_uri is not that of the authorization");
      unless(
          grant.request().isProvedBy(form.require("code_verifier")),
          "invalid_grant",
          "code_verifier does not match");
      check(grant, form);
      return tokens(request, grant, grants.newToken(grant));
    } catch (RefusedException e) {
      return refusal(request, e);
    }
  }
}
