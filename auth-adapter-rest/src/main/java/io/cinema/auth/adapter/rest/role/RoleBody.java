package io.cinema.auth.adapter.rest.role;

import io.cinema.auth.domain.role.Role;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A named set of permissions.
 *
 * @param permissionSet sorted
 * @param description for people; may be empty
 */
@Serdeable.Serializable
@Schema(name = "Role")
record RoleBody(
    @Schema(format = "uuid", example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e") String id,
    @Schema(example = "editor") String roleName,
    @ArraySchema(schema = @Schema(example = "films:write")) List<String> permissionSet,
    @Schema(example = "Keeps the catalogue") String description) {

  static RoleBody of(Role role) {
    return new RoleBody(
        role.id().toString(), role.name().value(), role.permissions().words(), role.description());
  }

  /** All roles, by name. */
  @Serdeable.Serializable
  @Schema(name = "Roles")
  record All(List<RoleBody> items) {}
}
