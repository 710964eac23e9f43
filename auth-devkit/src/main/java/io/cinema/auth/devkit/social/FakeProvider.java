package io.cinema.auth.devkit.social;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A social identity provider on loopback, for one application: the authorization code flow of RFC
 * 6749 with PKCE S256, which it insists on even where the real one does not. Runs from its making
 * until {@link #close}; thread-safe.
 *
 * <p>It is as strict as it can be: what it takes, the real one takes.
 */
public abstract class FakeProvider implements AutoCloseable {

  private final Registration client;
  private final Host host;
  private final CodeFlow flow;
  private volatile Clock clock = Clock.systemUTC();

  FakeProvider(int port, Registration client) {
    this.client = client;
    this.flow = new CodeFlow(this, client);
    this.host = new Host(port, flow::answer, flow::isFromBrowser);
  }

  /** The provider, listening. */
  static <P extends FakeProvider> P started(P provider) {
    provider.start();
    return provider;
  }

  /** {@code http://127.0.0.1:port}, without a slash at the end. */
  public URI address() {
    return host.address();
  }

  public String clientId() {
    return client.clientId();
  }

  public String clientSecret() {
    return client.clientSecret();
  }

  /** A browser that comes here chooses among {@link FakePerson#DEMO}. */
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
    return flow.consent(authorizationUri, person);
  }

  /**
   * Where the browser of somebody goes who said no: {@code error=access_denied} and {@code state}.
   *
   * @throws IllegalArgumentException that says what is wrong with the request
   */
  public URI denial(URI authorizationUri) {
    return flow.denial(authorizationUri);
  }

  /** The defects that this provider can have. */
  public final Set<Defect> possibleDefects() {
    return Stream.concat(Defect.ofAnybody().stream(), ownDefects().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Has this defect from now on, instead of any other. One of answers spoils all but those to
   * browsers.
   *
   * @throws IllegalArgumentException if this provider cannot have it
   */
  public void breakBy(Defect defect) {
    breakWith(new Fault(defect, null));
  }

  /** The same, at one endpoint only. Defects of profiles are everywhere all the same. */
  public void breakBy(Defect defect, URI endpoint) {
    breakWith(new Fault(defect, endpoint.getPath()));
  }

  private void breakWith(Fault fault) {
    if (!possibleDefects().contains(fault.defect())) {
      throw new IllegalArgumentException(fault.defect() + " is no defect of this provider");
    }
    host.fault(fault);
  }

  /** Has no defect any more. */
  public void mend() {
    host.fault(null);
  }

  /** How long {@link Defect#SLOW} holds an answer; ten seconds at first. */
  public void hold(Duration duration) {
    host.hold(duration);
  }

  /** The provider's clock, for the age of codes and tokens. */
  public void clock(Clock other) {
    clock = other;
  }

  /** Is down: connections break, and new ones are refused. */
  public void stop() {
    host.stop();
  }

  /**
   * Is back at the same address after {@link #stop}, and remembers everything.
   *
   * @throws IllegalStateException if another process has taken the port
   */
  public void start() {
    host.start();
  }

  @Override
  public void close() {
    stop();
  }

  /** How often the endpoint was asked, with whatever outcome. */
  public int requests(URI endpoint) {
    return host.requests(endpoint);
  }

  /** How often somebody followed {@link Defect#REDIRECTS}. */
  public int requestsElsewhere() {
    return host.requestsElsewhere();
  }

  // What each provider says of itself.

  /** All scopes that it knows. */
  abstract Set<String> scopes();

  abstract ClientCheck clientCheck();

  /** What is at its other endpoints, by {@code "GET /path"}. */
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

  /** What it adds to the redirect of a yes, beside code and state. */
  Map<String, String> inRedirect(Grant grant) {
    return inEveryRedirect();
  }

  /** What it adds to every redirect. */
  Map<String, String> inEveryRedirect() {
    return Map.of();
  }

  /** What can be wrong with it and not with everybody. */
  Set<Defect> ownDefects() {
    return Set.of();
  }

  // What each provider asks.

  final Instant now() {
    return clock.instant();
  }

  final boolean suffers(Defect defect, URI endpoint) {
    return defectAt(endpoint) == defect;
  }

  final @Nullable Defect defectAt(URI endpoint) {
    return host.defectAt(endpoint);
  }

  /** Whom the token was made for; null if it is not one of ours. */
  final @Nullable Grant grantOf(String accessToken) {
    return flow.grantOf(accessToken);
  }

  /** The person as they are told of, with any defect of profiles. */
  final FakePerson told(Grant grant) {
    return SpoiltProfile.of(grant.person(), host.defect());
  }
}
