package io.cinema.auth.domain.access;

import io.cinema.auth.domain.role.Permission;
import io.cinema.auth.domain.role.PermissionSet;
import java.util.HashSet;
import java.util.Set;

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

  /**
   * All that the visitor may watch: what {@link #decide(Visitor, ContentLabel)} allows, label by
   * label.
   */
  public static Watchable watchable(Visitor who) {
    return switch (who) {
      case Visitor.Member(PermissionSet held) -> watchable(held);
      case Visitor.Superuser _ -> new Watchable.Everything();
      case Visitor.Disabled _ -> new Watchable.Labelled(Set.of(ContentLabel.PUBLIC));
      case Visitor.Anonymous _ -> new Watchable.Labelled(Set.of(ContentLabel.PUBLIC));
    };
  }

  private static Watchable watchable(PermissionSet held) {
    Set<ContentLabel> labels = new HashSet<>(Set.of(ContentLabel.PUBLIC, ContentLabel.REGISTERED));
    for (Permission permission : held.permissions()) {
      if (permission.covers(ContentLabel.ANY_FILM)) {
        return new Watchable.Everything();
      }
      ContentLabel.watchedBy(permission).ifPresent(labels::add);
    }
    return new Watchable.Labelled(labels);
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
