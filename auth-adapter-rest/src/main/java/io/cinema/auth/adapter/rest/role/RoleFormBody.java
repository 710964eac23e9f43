package io.cinema.auth.adapter.rest.role;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a role is to be.
 *
 * @param roleName a lower-case word of up to 64 letters, digits, dashes, dots and underscores
 * @param permissionSet each {@code resource:action}, with {@code *} for any on either side, or
 *     {@code *} for everything
 * @param description for people; empty when absent
 */
@Serdeable.Deserializable
@Schema(name = "RoleForm")
record RoleFormBody(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            nullable = false,
            maxLength = 64,
            example = "editor")
        @Nullable String roleName,
    @ArraySchema(schema = @Schema(example = "films:write"), maxItems = 500)
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, nullable = false)
        @Nullable List<String> permissionSet,
    @Schema(maxLength = 500, example = "Keeps the catalogue") @Nullable String description) {}
