package io.cinema.auth.adapter.rest.auth;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody signs in with.
 *
 * @param login the login or the e-mail
 */
@Serdeable.Deserializable
@Schema(name = "Login")
record LoginBody(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, nullable = false, example = "neo")
        @Nullable String login,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            nullable = false,
            format = "password",
            example = "follow the white rabbit")
        @Nullable String password) {

  @Override
  public String toString() {
    return "LoginBody";
  }
}
