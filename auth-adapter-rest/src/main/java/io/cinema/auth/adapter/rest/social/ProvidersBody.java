package io.cinema.auth.adapter.rest.social;

import io.cinema.auth.domain.social.ProviderName;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The social networks that people can sign in with. */
@Serdeable.Serializable
@Schema(name = "SocialProviders")
record ProvidersBody(List<Provider> items) {

  /**
   * A social network.
   *
   * @param name as it stands in addresses
   */
  @Serdeable.Serializable
  @Schema(name = "SocialProvider")
  record Provider(@Schema(example = "yandex") String name) {}

  static ProvidersBody of(List<ProviderName> names) {
    return new ProvidersBody(names.stream().map(name -> new Provider(name.value())).toList());
  }
}
