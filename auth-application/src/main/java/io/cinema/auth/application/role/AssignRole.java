package io.cinema.auth.application.role;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.role.RoleId;

/**
 * Grants and revokes roles; asks for {@code roles:assign}. Both are idempotent, and a change kills
 * the user's access tokens: the next refresh brings one with the roles of now.
 */
public interface AssignRole {

  record Command(UserId user, RoleId role) {}

  /** What came of it. */
  sealed interface Result {}

  /** The user holds the role, or holds it no more; perhaps it was so before. */
  record Assigned() implements Result {}

  /** There is no such user. */
  record NoSuchUser() implements Result {}

  /** There is no such role. */
  record NoSuchRole() implements Result {}

  /**
   * Nobody grants what they do not hold.
   *
   * @param lacking the permissions of the role that the administrator does not hold
   */
  record Beyond(PermissionSet lacking) implements Result {}

  /** Superusers are touched only by superusers. */
  record Untouchable() implements Result {}

  Result grant(Administrator by, Command command);

  Result revoke(Administrator by, Command command);
}
