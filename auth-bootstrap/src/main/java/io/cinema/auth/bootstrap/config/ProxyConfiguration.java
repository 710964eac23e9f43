package io.cinema.auth.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * Proxies that stand before the service: {@code AUTH_PROXY_…}.
 *
 * @param trusted their addresses or CIDR blocks; nobody else's word is taken for where a request
 *     comes from
 * @param header the one header they tell it in: {@code X-Forwarded-For} or {@code Forwarded}
 */
@ConfigurationProperties("auth.proxy")
public record ProxyConfiguration(
    @Bindable(defaultValue = "") List<String> trusted,
    @Bindable(defaultValue = "X-Forwarded-For") String header) {

  public ProxyConfiguration {
    trusted = Words.filled(trusted);
  }
}
