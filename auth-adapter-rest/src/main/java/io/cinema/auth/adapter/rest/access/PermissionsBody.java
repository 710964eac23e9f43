package io.cinema.auth.adapter.rest.access;

import io.cinema.auth.domain.access.Authority;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What an account may do.
 *
 * @param roles the names of the roles that were granted
 * @param permissions all that the roles hold, sorted; {@code *} alone for a superuser
 */
@Serdeable.Serializable
@Schema(name = "Permissions")
record PermissionsBody(
    @Schema(format = "uuid", example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e") String userId,
    boolean isSuperuser,
    @ArraySchema(schema = @Schema(example = "editor")) List<String> roles,
    @ArraySchema(schema = @Schema(example = "films:write")) List<String> permissions) {

  static PermissionsBody of(Authority authority) {
    return new PermissionsBody(
        authority.user().toString(),
        authority.superuser(),
        authority.roles().stream().map(role -> role.name().value()).toList(),
        authority.permissions().words());
  }
}
