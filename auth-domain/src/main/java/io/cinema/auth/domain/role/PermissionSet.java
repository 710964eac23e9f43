package io.cinema.auth.domain.role;

import java.util.Set;

/** The permissions of a role, or of everything a user holds. */
public record PermissionSet(Set<Permission> permissions) {
  public static final PermissionSet NONE = new PermissionSet(Set.of());

  public PermissionSet {
    permissions = Set.copyOf(permissions);
  }

  /** Whether any permission of the set covers the one asked for. */
  public boolean allows(Permission asked) {
    return permissions.contains(asked) || permissions.stream().anyMatch(held -> held.covers(asked));
  }
}
