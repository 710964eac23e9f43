package io.cinema.auth.adapter.rest.social;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to sign in with a social network.
 *
 * @param redirectUri where the network sends the person back to; the service's own callback when
 *     absent
 */
@Serdeable.Deserializable
@Schema(name = "BeginSocialSignIn")
record BeginBody(
    @Schema(nullable = false, format = "uri", example = "https://cinema.example.com/signed-in")
        @Nullable String redirectUri) {}
