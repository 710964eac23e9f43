package io.cinema.auth.adapter.rest.social;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to unlink a social network.
 *
 * @param currentPassword may be absent where the sign-in is fresh
 */
@Serdeable.Deserializable
@Schema(name = "Unlink")
record UnlinkBody(
    @Schema(nullable = false, format = "password", example = "follow the white rabbit")
        @Nullable String currentPassword) {

  @Override
  public String toString() {
    return "UnlinkBody";
  }
}
