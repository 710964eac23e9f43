package io.cinema.auth.adapter.rest.auth;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The second step of a sign-in: has a code or a recovery code, and not both.
 *
 * @param mfaToken from {@code mfa-required}
 * @param code six digits, as the app shows them now
 * @param recoveryCode one of the codes on paper
 */
@Serdeable.Deserializable
@Schema(name = "SecondStep")
record MfaBody(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            nullable = false,
            example = "cinema_mfa_AaIDskjbd4m….EdGKI0_RND9…")
        @Nullable String mfaToken,
    @Schema(nullable = false, example = "492039") @Nullable String code,
    @Schema(nullable = false, example = "x4f7-q2m9-c8td-w5ka") @Nullable String recoveryCode) {

  @Override
  public String toString() {
    return "MfaBody";
  }
}
