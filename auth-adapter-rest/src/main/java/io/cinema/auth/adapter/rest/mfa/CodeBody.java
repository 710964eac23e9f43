package io.cinema.auth.adapter.rest.mfa;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The first code of an app that was just set up.
 *
 * @param code six digits
 */
@Serdeable.Deserializable
@Schema(name = "ConfirmTotp")
record CodeBody(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, nullable = false, example = "492039")
        @Nullable String code) {

  @Override
  public String toString() {
    return "CodeBody";
  }
}
