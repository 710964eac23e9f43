package io.cinema.auth.adapter.oauth;

import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.social.ProviderName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is configured for one provider. All that is null or empty is the provider's default.
 *
 * @param name {@code yandex}, {@code vk}, {@code google}, {@code github}, {@code mailru}; any other
 *     is an OpenID Connect provider and needs an issuer
 * @param clientId our name at the provider; a provider without one is switched off
 * @param clientSecret VK ID and Mail.ru do without: there PKCE stands in for it
 * @param issuer who vouches for the people there. Part of each {@code SocialIdentity}, so that it
 *     must stay as it is once somebody has signed in. With OpenID Connect it is where discovery
 *     begins, and must be spelled as the provider spells it
 * @param idTokenAlgorithm the only one that ID tokens may be signed with, {@code RS256} or {@code
 *     ES256}; else the first of the two that the provider announces
 */
public record ProviderSettings(
    ProviderName name,
    @Nullable String clientId,
    @Nullable Secret clientSecret,
    List<String> scopes,
    @Nullable String issuer,
    Endpoints endpoints,
    @Nullable String idTokenAlgorithm) {

  /**
   * @throws IllegalArgumentException for an algorithm that is neither of the two
   */
  public ProviderSettings {
    scopes = List.copyOf(scopes);
    if (idTokenAlgorithm != null && !IdTokenAlgorithms.NAMES.contains(idTokenAlgorithm)) {
      throw new IllegalArgumentException(
          "the ID tokens of " + name + " must be of one of " + IdTokenAlgorithms.NAMES);
    }
  }

  /** One with defaults. */
  public static ProviderSettings of(
      ProviderName name, @Nullable String clientId, @Nullable Secret clientSecret) {
    return new ProviderSettings(
        name, clientId, clientSecret, List.of(), null, Endpoints.DEFAULT, null);
  }

  /** One that is found elsewhere. */
  public ProviderSettings at(Endpoints elsewhere) {
    return new ProviderSettings(
        name, clientId, clientSecret, scopes, issuer, elsewhere, idTokenAlgorithm);
  }

  public ProviderSettings withIssuer(String vouching) {
    return new ProviderSettings(
        name, clientId, clientSecret, scopes, vouching, endpoints, idTokenAlgorithm);
  }
}
