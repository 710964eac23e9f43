package io.cinema.auth.adapter.rest.social;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to link a social network.
 *
 * @param redirectUri where the network sends the person back to; the service's own callback when
 *     absent
 * @param currentPassword may be absent where the sign-in is fresh
 */
@Serdeable.Deserializable
@Schema(name = "BeginSocialLink")
record BeginLinkBody(
    @Schema(nullable = false, format = "uri", example = "https://cinema.example.com/linked")
        @Nullable String redirectUri,
    @Schema(nullable = false, format = "password", example = "follow the white rabbit")
        @Nullable String currentPassword) {

  @Override
  public String toString() {
    return "BeginLinkBody";
  }
}
