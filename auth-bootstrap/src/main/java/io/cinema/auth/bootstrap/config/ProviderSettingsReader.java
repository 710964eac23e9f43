package io.cinema.auth.bootstrap.config;

import io.cinema.auth.adapter.oauth.Endpoints;
import io.cinema.auth.adapter.oauth.ProviderSettings;
import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.social.ProviderName;
import io.micronaut.core.value.PropertyResolver;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is configured for each social network: {@code AUTH_OAUTH_<NAME>_…}. */
public final class ProviderSettingsReader {
  private static final List<String> KNOWN = List.of("yandex", "vk", "google", "github", "mailru");

  private final PropertyResolver settings;

  public ProviderSettingsReader(PropertyResolver settings) {
    this.settings = settings;
  }

  /**
   * All that have a client id: those known by name, and those that the configuration names.
   *
   * @throws io.micronaut.context.exceptions.ConfigurationException naming what can't be used
   */
  public List<ProviderSettings> read(List<String> oidc) {
    return Stream.concat(KNOWN.stream(), oidc.stream())
        .filter(name -> text(name, "client-id").isPresent())
        .map(this::read)
        .toList();
  }

  private ProviderSettings read(String name) {
    return NamedSettings.made(
        "AUTH_OAUTH_" + NamedSettings.variable(name) + "_…",
        () ->
            new ProviderSettings(
                new ProviderName(name),
                text(name, "client-id").orElse(null),
                text(name, "client-secret").map(Secret::of).orElse(null),
                text(name, "scopes")
                    .map(scopes -> List.of(scopes.split("[\\s,]+")))
                    .orElse(List.of()),
                text(name, "issuer").orElse(null),
                new Endpoints(
                    uri(name, "authorization-uri"),
                    uri(name, "token-uri"),
                    uri(name, "user-info-uri"),
                    uri(name, "emails-uri")),
                text(name, "id-token-algorithm").orElse(null)));
  }

  private @Nullable URI uri(String name, String what) {
    return text(name, what).map(URI::create).orElse(null);
  }

  private Optional<String> text(String name, String what) {
    return settings
        .getProperty("auth.oauth." + name + "." + what, String.class)
        .filter(value -> !value.isBlank());
  }
}
