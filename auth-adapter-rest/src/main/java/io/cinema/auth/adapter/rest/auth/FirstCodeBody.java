package io.cinema.auth.adapter.rest.auth;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The first code of an app that was set up to sign in.
 *
 * @param mfaToken from {@code mfa-required}
 * @param code six digits
 */
@Serdeable.Deserializable
@Schema(name = "ConfirmAtSignIn")
record FirstCodeBody(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            nullable = false,
            example = "cinema_mfa_AaIDskjbd4m….EdGKI0_RND9…")
        @Nullable String mfaToken,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, nullable = false, example = "492039")
        @Nullable String code) {

  @Override
  public String toString() {
    return "FirstCodeBody";
  }
}
