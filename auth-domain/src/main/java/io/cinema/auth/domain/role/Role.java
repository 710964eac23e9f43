package io.cinema.auth.domain.role;

import io.cinema.auth.domain.value.InvalidValueException;
import io.cinema.auth.domain.value.Text;

/**
 * A named set of permissions that administrators grant to users.
 *
 * @param permissions at most {@value #MOST_PERMISSIONS}
 * @param description for people; at most {@value #LONGEST_DESCRIPTION} characters, may be empty
 */
public record Role(RoleId id, RoleName name, PermissionSet permissions, String description) {
  public static final int MOST_PERMISSIONS = 500;
  public static final int LONGEST_DESCRIPTION = 500;

  /**
   * @throws InvalidValueException as {@link #description} and {@link #permissions} do
   */
  public Role {
    permissions = checked(permissions);
    description = describing(description);
  }

  /**
   * @throws InvalidValueException for field {@code permission_set}: {@code too_many}
   */
  public static PermissionSet checked(PermissionSet permissions) {
    if (permissions.size() > MOST_PERMISSIONS) {
      throw new InvalidValueException(
          "permission_set", "too_many", "must have at most " + MOST_PERMISSIONS + " permissions");
    }
    return permissions;
  }

  /**
   * @throws InvalidValueException for field {@code description}, as {@link Text#checked} does
   */
  public static String describing(String raw) {
    return Text.checked("description", raw, 0, LONGEST_DESCRIPTION);
  }
}
