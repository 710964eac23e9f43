package io.cinema.auth.adapter.rest.auth;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Serdeable.Deserializable
@Schema(name = "Refresh")
record RefreshBody(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            nullable = false,
            example = "cinema_rt_AaIDskjbd4m….EdGKI0_RND9…")
        @Nullable String refreshToken) {

  @Override
  public String toString() {
    return "RefreshBody";
  }
}
