package io.cinema.auth.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * Social networks: {@code AUTH_OAUTH_…}. What each network needs is read by {@link
 * ProviderSettingsReader}.
 *
 * @param redirectUris where networks may send people back to beside our own callback, each exactly
 * @param oidc names of OpenID Connect providers that we do not know by name
 */
@ConfigurationProperties("auth.oauth")
public record SocialConfiguration(
    @Bindable(defaultValue = "") List<String> redirectUris,
    @Bindable(defaultValue = "") List<String> oidc) {

  public SocialConfiguration {
    redirectUris = Words.filled(redirectUris);
    oidc = Words.filled(oidc);
  }
}
