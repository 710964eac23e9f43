package io.cinema.auth.adapter.oauth;

import com.nimbusds.oauth2.sdk.id.ClientID;
import io.cinema.auth.adapter.oauth.http.GuardedHttp;
import io.cinema.auth.domain.port.IdentityProvider;
import io.cinema.auth.domain.secret.Secret;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the providers that are switched on. */
public final class IdentityProviders {
  private static final Set<String> KNOWN_BY_NAME = Set.of("vk", "mailru");
  private static final Secret NO_SECRET = Secret.of("");

  private IdentityProviders() {}

  /**
   * Those that have credentials, in the order of their settings. Nothing is asked of any network
   * yet.
   *
   * @param http shared by all; whoever made it closes it
   * @throws IllegalArgumentException when a name stands twice, an OpenID Connect provider has no
   *     issuer, or its scopes lack {@code openid}
   */
  public static List<IdentityProvider> of(
      List<ProviderSettings> settings, GuardedHttp http, InstantSource clock) {
    Set<String> names =
        settings.stream().map(each -> each.name().value()).collect(Collectors.toSet());
    if (names.size() < settings.size()) {
      throw new IllegalArgumentException("an identity provider is configured twice");
    }
    return settings.stream().flatMap(each -> made(each, http, clock).stream()).toList();
  }

  private static Optional<IdentityProvider> made(
      ProviderSettings settings, GuardedHttp http, InstantSource clock) {
    return credentials(settings)
        .map(known -> new CodeFlow(settings, known, network(settings, clock), http));
  }

  private static Optional<Credentials> credentials(ProviderSettings settings) {
    String client = settings.clientId();
    Secret secret = settings.clientSecret();
    boolean none = secret == null || secret.reveal().isBlank();
    if (client == null
        || client.isBlank()
        || (none && !KNOWN_BY_NAME.contains(settings.name().value()))) {
      return Optional.empty();
    }
    return Optional.of(new Credentials(new ClientID(client), secret == null ? NO_SECRET : secret));
  }

  private static Network network(ProviderSettings settings, InstantSource clock) {
    return switch (settings.name().value()) {
      case "yandex" -> new Yandex(settings);
      case "vk" -> new Vk(settings);
      case "mailru" -> new Mailru(settings);
      case "github" -> new Github(settings);
      case "google" -> new Google(withOpenId(settings), clock);
      default -> new GenericOidc(withOpenId(settings), issuer(settings), clock);
    };
  }

  private static ProviderSettings withOpenId(ProviderSettings settings) {
    if (!settings.scopes().isEmpty() && !settings.scopes().contains("openid")) {
      throw new IllegalArgumentException(
          "the scopes of identity provider " + settings.name() + " must include openid");
    }
    return settings;
  }

  private static String issuer(ProviderSettings settings) {
    String issuer = settings.issuer();
    if (issuer == null || issuer.isBlank()) {
      throw new IllegalArgumentException(
          "identity provider " + settings.name() + " must have an issuer");
    }
    return issuer;
  }
}
