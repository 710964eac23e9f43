package io.cinema.auth.application.role;

import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleName;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the audit trail keeps of an act on a role: its name outlives it there. */
final class RoleDetail {
  private RoleDetail() {}

  static Map<String, String> of(Role role) {
    return Map.of("role_name", role.name().value());
  }

  static Map<String, String> of(RoleName name, PermissionSet permissions) {
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put("role_name", name.value());
    putWords(detail, "permissions", permissions);
    return detail;
  }

  static Map<String, String> change(Role before, RoleName name, PermissionSet permissions) {
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put("role_name", name.value());
    if (!before.name().equals(name)) {
      detail.put("role_name_before", before.name().value());
    }
    putWords(detail, "permissions_added", permissions.without(before.permissions()));
    putWords(detail, "permissions_removed", before.permissions().without(permissions));
    return detail;
  }

  private static void putWords(Map<String, String> detail, String name, PermissionSet set) {
    if (!set.isEmpty()) {
      detail.put(name, String.join(" ", set.words()));
    }
  }
}
