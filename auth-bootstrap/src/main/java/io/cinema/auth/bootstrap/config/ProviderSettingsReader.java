package io.cinema.auth.bootstrap.config;

import io.cinema.auth.adapter.oauth.Endpoints;
import io.cinema.auth.adapter.oauth.ProviderSettings;
import io.cinema.auth.bootstrap.config.setting.NetworkSettings;
import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.social.ProviderName;
import io.cinema.auth.domain.value.InvalidValueException;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.value.PropertyResolver;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is configured for each social network: {@code AUTH_OAUTH_<NAME>_…}. */
public final class ProviderSettingsReader {
  /** There PKCE stands in for a secret. */
  private static final Set<String> WITHOUT_SECRET = Set.of("vk", "mailru");

  private static final String CLIENT_ID = "client-id";
  private static final String CLIENT_SECRET = "client-secret";
  private static final String ISSUER = "issuer";

  private final PropertyResolver settings;

  public ProviderSettingsReader(PropertyResolver settings) {
    this.settings = settings;
  }

  /**
   * All that have credentials: those known by name, and those that the configuration names. One
   * that has half of what it needs is a mistake, and not switched off.
   *
   * @throws ConfigurationException naming what can't be used
   */
  public List<ProviderSettings> read(List<String> oidc) {
    return Stream.concat(NetworkSettings.KNOWN.stream(), oidc.stream())
        .filter(name -> isSet(name, CLIENT_ID) || isSet(name, CLIENT_SECRET))
        .map(this::complete)
        .map(this::read)
        .toList();
  }

  private String complete(String name) {
    demand(name, CLIENT_ID);
    if (!WITHOUT_SECRET.contains(name)) {
      demand(name, CLIENT_SECRET);
    }
    if (!NetworkSettings.KNOWN.contains(name)) {
      demand(name, ISSUER);
    }
    if (!NetworkSettings.KNOWN.contains(name) || name.equals("google")) {
      // Where discovery begins; elsewhere it is a mere name.
      @Nullable URI _ = uri(name, ISSUER);
    }
    return name;
  }

  private void demand(String name, String what) {
    if (!isSet(name, what)) {
      throw new ConfigurationException(NetworkSettings.of(name, what).name() + " is not set");
    }
  }

  private ProviderSettings read(String name) {
    return NamedSettings.made(
        NetworkSettings.nameOfAll(name),
        () ->
            new ProviderSettings(
                providerName(name),
                text(name, CLIENT_ID).orElse(null),
                text(name, CLIENT_SECRET).map(Secret::of).orElse(null),
                text(name, "scopes")
                    .map(scopes -> List.of(scopes.split("[\\s,]+")))
                    .orElse(List.of()),
                text(name, ISSUER).orElse(null),
                new Endpoints(
                    uri(name, "authorization-uri"),
                    uri(name, "token-uri"),
                    uri(name, "user-info-uri"),
                    uri(name, "emails-uri")),
                text(name, "id-token-algorithm").orElse(null)));
  }

  private @Nullable URI uri(String name, String what) {
    return text(name, what)
        .map(
            address ->
                NamedSettings.made(
                    NetworkSettings.of(name, what).name(), () -> webAddress(address)))
        .orElse(null);
  }

  private static URI webAddress(String address) {
    URI uri = URI.create(address);
    boolean web =
        "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
    if (!web || uri.getHost() == null) {
      throw new IllegalArgumentException("must be an http or https address");
    }
    return uri;
  }

  private static ProviderName providerName(String name) {
    try {
      return new ProviderName(name);
    } catch (InvalidValueException bad) {
      throw new ConfigurationException("AUTH_OAUTH_OIDC: a name " + bad.getMessage(), bad);
    }
  }

  private boolean isSet(String name, String what) {
    return text(name, what).isPresent();
  }

  private Optional<String> text(String name, String what) {
    return NetworkSettings.of(name, what).text(settings);
  }
}
