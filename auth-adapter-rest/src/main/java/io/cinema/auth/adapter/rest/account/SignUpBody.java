package io.cinema.auth.adapter.rest.account;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new account.
 *
 * @param login 3 to 64 letters, digits, dots, dashes and underscores
 * @param password 8 to 256 characters, none of the commonest, not the login or e-mail
 */
@Serdeable.Deserializable
@Schema(name = "SignUp")
record SignUpBody(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            nullable = false,
            minLength = 3,
            maxLength = 64,
            example = "neo")
        @Nullable String login,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            nullable = false,
            format = "email",
            example = "neo@example.com")
        @Nullable String email,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            nullable = false,
            format = "password",
            minLength = 8,
            maxLength = 256,
            example = "follow the white rabbit")
        @Nullable String password,
    @Schema(maxLength = 100, example = "Thomas") @Nullable String firstName,
    @Schema(maxLength = 100, example = "Anderson") @Nullable String lastName) {

  @Override
  public String toString() {
    return "SignUpBody";
  }
}
