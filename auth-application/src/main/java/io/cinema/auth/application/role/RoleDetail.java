package io.cinema.auth.application.role;

import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the audit trail keeps of an act on a role: its name outlives it there. */
final class RoleDetail {
  private static final int MOST_WORDS = 20;

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

  /** As many as are worth reading: a page of a hundred lines must stay small. */
  private static void putWords(Map<String, String> detail, String name, PermissionSet set) {
    List<String> words = set.words();
    if (words.isEmpty()) {
      return;
    }
    String told = String.join(" ", words.subList(0, Math.min(words.size(), MOST_WORDS)));
    int more = words.size() - MOST_WORDS;
    detail.put(name, more > 0 ? told + " and " + more + " more" : told);
  }
}
