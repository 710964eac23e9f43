package io.cinema.auth.domain.access;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.role.Role;
import java.util.Comparator;
import java.util.List;

/**
 * What an account may do, as it stood when it was read.
 *
 * @param roles those that were granted, by name
 */
public record Authority(UserId user, boolean superuser, boolean disabled, List<Role> roles) {

  public Authority {
    roles = roles.stream().sorted(Comparator.comparing(role -> role.name().value())).toList();
  }

  /**
   * All that the account holds, whether it is enabled or not: a superuser everything, anybody else
   * what their roles hold.
   */
  public PermissionSet permissions() {
    return superuser
        ? PermissionSet.EVERYTHING
        : PermissionSet.union(roles.stream().map(Role::permissions).toList());
  }

  /** What {@link AccessPolicy} makes of the account. */
  public Visitor visitor() {
    if (disabled) {
      return new Visitor.Disabled();
    }
    return superuser ? new Visitor.Superuser() : new Visitor.Member(permissions());
  }
}
