package io.cinema.auth.domain.audit;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.role.RoleId;

/**
 * To whom or what something was done. An id and no name: names change, and are personal data.
 *
 * @param kind a lower-case word
 */
public record AuditTarget(String kind, String id) {

  public static AuditTarget of(UserId user) {
    return new AuditTarget("user", user.toString());
  }

  public static AuditTarget of(RoleId role) {
    return new AuditTarget("role", role.toString());
  }

  /**
   * @param id {@code kid}
   */
  public static AuditTarget ofKey(String id) {
    return new AuditTarget("key", id);
  }
}
