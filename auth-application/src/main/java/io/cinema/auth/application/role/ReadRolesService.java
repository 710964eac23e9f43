package io.cinema.auth.application.role;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.port.RoleRepository;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleId;
import io.cinema.auth.domain.role.RoleName;
import java.util.List;
import java.util.Optional;

public final class ReadRolesService implements ReadRoles {
  private final RoleRepository roles;

  public ReadRolesService(RoleRepository roles) {
    this.roles = roles;
  }

  @Override
  public List<Role> all(Administrator by) {
    by.require(AdminPermission.ROLES_READ);
    return roles.all();
  }

  @Override
  public Optional<Role> find(Administrator by, RoleId id) {
    by.require(AdminPermission.ROLES_READ);
    return roles.find(id);
  }

  @Override
  public Optional<Role> findByName(Administrator by, RoleName name) {
    by.require(AdminPermission.ROLES_READ);
    return roles.findByName(name);
  }
}
