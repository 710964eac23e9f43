package io.cinema.auth.application.role;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleId;
import io.cinema.auth.domain.role.RoleName;

/**
 * Replaces a role's name, permissions and description; asks for {@code roles:write}. Counts for all
 * who hold it from their next request on.
 */
public interface ChangeRole {

  record Command(RoleId id, RoleName name, PermissionSet permissions, String description) {}

  /** What came of it. */
  sealed interface Result {}

  record Changed(Role role) implements Result {}

  record NotFound() implements Result {}

  record NameTaken() implements Result {}

  /**
   * Nobody adds to a role what they do not hold.
   *
   * @param lacking the permissions that the administrator does not hold
   */
  record Beyond(PermissionSet lacking) implements Result {}

  Result change(Administrator by, Command command);
}
