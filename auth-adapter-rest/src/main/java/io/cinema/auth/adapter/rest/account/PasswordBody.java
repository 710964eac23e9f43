package io.cinema.auth.adapter.rest.account;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new password.
 *
 * @param currentPassword absent only where the account has none, and the sign-in is fresh
 */
@Serdeable.Deserializable
@Schema(name = "ChangePassword")
record PasswordBody(
    @Schema(nullable = false, format = "password", example = "follow the white rabbit")
        @Nullable String currentPassword,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            nullable = false,
            format = "password",
            minLength = 8,
            maxLength = 256,
            example = "there is no spoon")
        @Nullable String newPassword) {

  @Override
  public String toString() {
    return "PasswordBody";
  }
}
