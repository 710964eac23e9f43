package io.cinema.auth.application.role;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleId;
import io.cinema.auth.domain.role.RoleName;
import java.util.List;
import java.util.Optional;

/** Reads roles; asks for {@code roles:read}. */
public interface ReadRoles {

  /** All roles, by name. */
  List<Role> all(Administrator by);

  Optional<Role> find(Administrator by, RoleId id);

  Optional<Role> findByName(Administrator by, RoleName name);
}
