package io.cinema.auth.domain.access;

import io.cinema.auth.domain.account.AccountState;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.role.PermissionSet;
import java.util.Collection;

/** What an administrator may not do, whatever permission they hold. */
public final class AdministrationPolicy {
  private AdministrationPolicy() {}

  /**
   * Nobody grants what they do not hold.
   *
   * @return the permissions that stand in the way; empty when there are none
   */
  public static PermissionSet beyond(PermissionSet held, PermissionSet granted) {
    return held.lacking(granted);
  }

  /**
   * Nobody adds to a role what they do not hold. What the role allows already may be said in other
   * words.
   *
   * @return the permissions that stand in the way; empty when there are none
   */
  public static PermissionSet beyond(
      PermissionSet held, PermissionSet before, PermissionSet after) {
    return held.lacking(before.lacking(after));
  }

  /** Superusers are touched only by superusers. */
  public static boolean mayTouch(boolean bySuperuser, AccountState target) {
    return bySuperuser || !target.superuser();
  }

  /**
   * One superuser who is enabled must stay.
   *
   * @param superusers all there are, locked
   * @param leaving the one who is to be disabled or demoted
   */
  public static boolean isLastSuperuser(Collection<AccountState> superusers, UserId leaving) {
    return superusers.stream()
        .filter(one -> one.superuser() && one.disabledAt() == null)
        .allMatch(one -> one.id().equals(leaving));
  }
}
