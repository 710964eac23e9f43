package io.cinema.auth.adapter.rest.account;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which user agents may sign in from now on.
 *
 * @param allowedAgents patterns with {@code *} for any run of characters; empty allows any
 * @param currentPassword may be absent where the sign-in is fresh
 */
@Serdeable.Deserializable
@Schema(name = "ChangeAllowedAgents")
record AllowedAgentsForm(
    @ArraySchema(schema = @Schema(example = "Mozilla/5.0 (X11; Linux*"), maxItems = 20)
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, nullable = false)
        @Nullable List<String> allowedAgents,
    @Schema(nullable = false, format = "password", example = "follow the white rabbit")
        @Nullable String currentPassword) {

  @Override
  public String toString() {
    return "AllowedAgentsForm";
  }
}
