package io.cinema.auth.adapter.rest.account;

import io.cinema.auth.application.account.Change;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A partial update (RFC 7396): what is absent stays, null clears a name.
 *
 * @param currentPassword needed when login or e-mail change, unless the account has none and the
 *     sign-in is fresh
 */
@Serdeable.Deserializable
@Schema(name = "ChangeAccount")
record ChangeBody(
    @Schema(
            implementation = String.class,
            requiredMode = Schema.RequiredMode.NOT_REQUIRED,
            example = "trinity")
        Change<String> login,
    @Schema(
            implementation = String.class,
            requiredMode = Schema.RequiredMode.NOT_REQUIRED,
            format = "email",
            example = "trinity@example.com")
        Change<String> email,
    @Schema(
            implementation = String.class,
            nullable = true,
            requiredMode = Schema.RequiredMode.NOT_REQUIRED,
            example = "Trinity")
        Change<String> firstName,
    @Schema(
            implementation = String.class,
            nullable = true,
            requiredMode = Schema.RequiredMode.NOT_REQUIRED,
            example = "Moss")
        Change<String> lastName,
    @Schema(format = "password", example = "follow the white rabbit")
        @Nullable String currentPassword) {

  @Override
  public String toString() {
    return "ChangeBody";
  }
}
