package io.cinema.auth.application.access;

import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.access.Authority;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.port.RoleGrantRepository;
import java.util.Optional;

public final class ReadPermissionsService implements ReadPermissions {
  private final RoleGrantRepository grants;

  public ReadPermissionsService(RoleGrantRepository grants) {
    this.grants = grants;
  }

  @Override
  public Optional<Authority> own(UserId user) {
    return grants.authority(user);
  }

  @Override
  public Optional<Authority> of(Administrator by, UserId user) {
    by.require(AdminPermission.USERS_READ);
    return grants.authority(user);
  }
}
