package io.cinema.auth.application.social;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.port.Entropy;
import io.cinema.auth.domain.port.IdentityProvider;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.port.SocialFlowStore;
import io.cinema.auth.domain.social.ProviderName;
import io.cinema.auth.domain.social.Returned;
import io.cinema.auth.domain.social.SocialFlow;
import io.cinema.auth.domain.social.SocialProfile;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** To a social network and back, the same whatever for. */
public final class RoundTrip {
  private final Map<ProviderName, IdentityProvider> providers;
  private final SocialFlowStore flows;
  private final RedirectUris redirects;
  private final Entropy entropy;
  private final InstantSource clock;

  public RoundTrip(
      Collection<? extends IdentityProvider> providers,
      SocialFlowStore flows,
      RedirectUris redirects,
      Entropy entropy,
      InstantSource clock) {
    this.providers =
        providers.stream().collect(Collectors.toMap(IdentityProvider::name, Function.identity()));
    this.flows = flows;
    this.redirects = redirects;
    this.entropy = entropy;
    this.clock = clock;
  }

  /** What came of beginning. */
  public sealed interface Beginning {}

  public record Begun(BegunFlow flow) implements Beginning {}

  /** It may not send people back there. */
  public record RedirectNotAllowed() implements Beginning {}

  /** What came of coming back. */
  public sealed interface Ending {}

  public record Identified(SocialProfile profile) implements Ending {}

  /** The flow is none, another's, somebody else's, over, or was finished before. */
  public record StateInvalid() implements Ending {}

  /** The person said no, or what the network vouches with does not hold. */
  public record Denied() implements Ending {}

  public record NoSuchProvider() implements Beginning, Ending {}

  /** The network is away, or answers what it should not. */
  public record ProviderAway() implements Beginning, Ending {}

  /** The networks that are switched on, by name. */
  public List<ProviderName> providers() {
    return providers.keySet().stream().sorted((a, b) -> a.value().compareTo(b.value())).toList();
  }

  /**
   * Begins.
   *
   * @param redirectUri where to come back to; null for our own callback
   * @param linkingFor whose account will be linked; null for a sign-in
   */
  public Beginning begin(
      ProviderName name, @Nullable URI redirectUri, @Nullable UserId linkingFor) {
    IdentityProvider provider = providers.get(name);
    if (provider == null) {
      return new NoSuchProvider();
    }
    URI back = redirectUri == null ? redirects.ofProvider(name) : redirectUri;
    if (!redirects.allows(name, back)) {
      return new RedirectNotAllowed();
    }
    Instant now = clock.instant();
    SocialFlow flow =
        new SocialFlow(
            name,
            entropy.token(),
            entropy.token(),
            entropy.token(),
            entropy.token(),
            back,
            linkingFor,
            now.plus(SocialFlow.LIFE));
    Optional<URI> target = asked(() -> provider.authorizationUri(flow));
    if (target.isEmpty()) {
      return new ProviderAway();
    }
    flows.put(flow, now);
    return new Begun(new BegunFlow(target.get(), flow.flowToken(), SocialFlow.LIFE));
  }

  /**
   * Ends it, whatever comes of it: nobody comes back twice.
   *
   * @param finishing who links an account; null for a sign-in
   */
  public Ending end(ReturnedFromNetwork shown, @Nullable UserId finishing) {
    IdentityProvider provider = providers.get(shown.provider());
    if (provider == null) {
      return new NoSuchProvider();
    }
    SocialFlow flow = flows.take(shown.state()).orElse(null);
    if (flow == null
        || !flow.isFor(shown.provider(), shown.flowToken(), finishing, clock.instant())) {
      return new StateInvalid();
    }
    Returned returned = shown.returned();
    if (returned == null) {
      return new Denied();
    }
    return asked(() -> provider.identify(flow, returned))
        .<Ending>map(
            outcome ->
                switch (outcome) {
                  case IdentityProvider.Identified(SocialProfile profile) ->
                      new Identified(profile);
                  case IdentityProvider.Refused _ -> new Denied();
                })
        .orElseGet(ProviderAway::new);
  }

  /** An outage of the network is no outage of ours. */
  private static <T> Optional<T> asked(Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (PortUnavailableException networkIsAway) {
      return Optional.empty();
    }
  }
}
