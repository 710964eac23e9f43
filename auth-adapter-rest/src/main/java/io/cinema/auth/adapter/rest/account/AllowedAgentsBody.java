package io.cinema.auth.adapter.rest.account;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Which user agents may sign in.
 *
 * @param allowedAgents patterns with {@code *} for any run of characters; empty allows any
 */
@Serdeable.Serializable
@Schema(name = "AllowedAgents")
record AllowedAgentsBody(
    @ArraySchema(schema = @Schema(example = "Mozilla/5.0 (X11; Linux*"), maxItems = 20)
        List<String> allowedAgents) {}
