package io.cinema.auth.domain.access;

import io.cinema.auth.domain.role.Permission;

/** The permissions that this service itself asks for. */
public enum AdminPermission {
  ROLES_READ("roles:read"),
  ROLES_WRITE("roles:write"),
  ROLES_ASSIGN("roles:assign"),
  USERS_READ("users:read"),
  USERS_WRITE("users:write"),
  AUDIT_READ("audit:read"),
  /** Only from the console, or for a superuser. */
  KEYS_READ("keys:read"),
  /** Only from the console, or for a superuser. */
  KEYS_WRITE("keys:write");

  private final String words;

  AdminPermission(String words) {
    this.words = words;
  }

  public Permission permission() {
    return Permission.parse(words);
  }

  @Override
  public String toString() {
    return words;
  }
}
