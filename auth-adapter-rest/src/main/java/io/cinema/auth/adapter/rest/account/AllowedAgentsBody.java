package io.cinema.auth.adapter.rest.account;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which user agents may sign in.
 *
 * @param allowedAgents patterns with {@code *} for any run of characters; empty allows any
 */
@Serdeable
@Schema(name = "AllowedAgents")
record AllowedAgentsBody(
    @ArraySchema(schema = @Schema(example = "Mozilla/5.0 (X11; Linux*"), maxItems = 20)
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, nullable = false)
        @Nullable List<String> allowedAgents) {}
