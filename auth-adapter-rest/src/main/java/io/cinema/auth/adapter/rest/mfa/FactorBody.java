package io.cinema.auth.adapter.rest.mfa;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The proof of who has a second factor: has a code or a recovery code, and not both.
 *
 * @param password of the account; whether it may be absent is for the call to say
 * @param code six digits, as the app shows them now
 * @param recoveryCode one of the codes on paper
 */
@Serdeable.Deserializable
@Schema(name = "FactorProof")
record FactorBody(
    @Schema(nullable = false, format = "password", example = "follow the white rabbit")
        @Nullable String password,
    @Schema(nullable = false, example = "492039") @Nullable String code,
    @Schema(nullable = false, example = "x4f7-q2m9-c8td-w5ka") @Nullable String recoveryCode) {
  static final FactorBody EMPTY = new FactorBody(null, null, null);

  @Override
  public String toString() {
    return "FactorBody";
  }
}
