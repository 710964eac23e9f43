package io.cinema.auth.adapter.rest.mfa;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to set up an authenticator app.
 *
 * @param password absent only where the account has none, and the sign-in is fresh
 */
@Serdeable.Deserializable
@Schema(name = "EnrolTotp")
record EnrolBody(
    @Schema(nullable = false, format = "password", example = "follow the white rabbit")
        @Nullable String password) {

  @Override
  public String toString() {
    return "EnrolBody";
  }
}
