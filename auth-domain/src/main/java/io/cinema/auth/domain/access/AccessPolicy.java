package io.cinema.auth.domain.access;

import io.cinema.auth.domain.role.Permission;
import io.cinema.auth.domain.role.PermissionSet;

/** Decides who may watch what, and do what. */
public final class AccessPolicy {
  private AccessPolicy() {}

  /** Whether the visitor may watch what carries the label. */
  public static Decision decide(Visitor who, ContentLabel label) {
    if (label.equals(ContentLabel.PUBLIC)) {
      return Decision.PUBLIC;
    }
    boolean registered = label.equals(ContentLabel.REGISTERED);
    return switch (who) {
      case Visitor.Member _ when registered -> Decision.SIGNED_IN;
      case Visitor.Superuser _ when registered -> Decision.SIGNED_IN;
      case Visitor.Member(PermissionSet held) -> held(held, label.permission());
      case Visitor.Superuser _ -> Decision.SUPERUSER;
      case Visitor.Disabled _ -> Decision.ACCOUNT_DISABLED;
      case Visitor.Anonymous _ -> Decision.SIGN_IN_NEEDED;
    };
  }

  /** Whether the visitor may do what needs the permission. */
  public static Decision decide(Visitor who, Permission needed) {
    return switch (who) {
      case Visitor.Member(PermissionSet held) -> held(held, needed);
      case Visitor.Superuser _ -> Decision.SUPERUSER;
      case Visitor.Disabled _ -> Decision.ACCOUNT_DISABLED;
      case Visitor.Anonymous _ -> Decision.SIGN_IN_NEEDED;
    };
  }

  private static Decision held(PermissionSet held, Permission needed) {
    return held.allows(needed) ? Decision.PERMISSION_HELD : Decision.PERMISSION_MISSING;
  }
}
