package io.cinema.auth.adapter.rest.mfa;

import io.cinema.auth.application.mfa.ReadSecondFactor;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the second factor stands.
 *
 * @param enabled whether it is asked for
 * @param enabledAt since when; absent while it is not
 * @param recoveryCodesLeft how many recovery codes are not used up
 */
@Serdeable.Serializable
@Schema(name = "Totp")
record TotpBody(
    boolean enabled,
    @Schema(nullable = false) @Nullable Instant enabledAt,
    @Schema(example = "10") int recoveryCodesLeft) {

  static TotpBody of(ReadSecondFactor.Status status) {
    return new TotpBody(status.enabledAt() != null, status.enabledAt(), status.recoveryCodesLeft());
  }
}
