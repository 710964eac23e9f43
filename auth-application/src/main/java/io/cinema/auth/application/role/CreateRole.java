package io.cinema.auth.application.role;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleName;

/** Makes a role; asks for {@code roles:write}. */
public interface CreateRole {

  record Command(RoleName name, PermissionSet permissions, String description) {}

  /** What came of it. */
  sealed interface Result {}

  record Created(Role role) implements Result {}

  record NameTaken() implements Result {}

  /**
   * Nobody grants what they do not hold.
   *
   * @param lacking the permissions that the administrator does not hold
   */
  record Beyond(PermissionSet lacking) implements Result {}

  Result create(Administrator by, Command command);
}
