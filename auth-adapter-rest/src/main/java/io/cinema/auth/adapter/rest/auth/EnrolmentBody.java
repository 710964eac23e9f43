package io.cinema.auth.adapter.rest.auth;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who must set up an authenticator app to sign in.
 *
 * @param mfaToken from {@code mfa-required}
 */
@Serdeable.Deserializable
@Schema(name = "EnrolAtSignIn")
record EnrolmentBody(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            nullable = false,
            example = "cinema_mfa_AaIDskjbd4m….EdGKI0_RND9…")
        @Nullable String mfaToken) {

  @Override
  public String toString() {
    return "EnrolmentBody";
  }
}
