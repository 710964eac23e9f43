package io.cinema.auth.domain.role;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The permissions of a role, or of everything a user holds. Immutable. What it allows is found by
 * two look-ups, however many permissions there are (docs/performance.md).
 */
public final class PermissionSet {
  public static final PermissionSet NONE = new PermissionSet(Set.of());

  /** What a superuser holds. */
  public static final PermissionSet EVERYTHING =
      new PermissionSet(Set.of(new Permission(Permission.ANY, Permission.ANY)));

  private final Set<Permission> permissions;
  private final Map<String, Set<String>> actionsByResource = new HashMap<>();

  public PermissionSet(Collection<Permission> permissions) {
    this.permissions = Set.copyOf(permissions);
    for (Permission permission : this.permissions) {
      actionsByResource
          .computeIfAbsent(permission.resource(), _ -> new HashSet<>())
          .add(permission.action());
    }
  }

  /**
   * Reads permissions as {@link Permission#parse} does.
   *
   * @throws io.cinema.auth.domain.value.InvalidValueException for field {@code permission}
   */
  public static PermissionSet parse(Collection<String> words) {
    return new PermissionSet(words.stream().map(Permission::parse).toList());
  }

  /** All that any of the sets holds. */
  public static PermissionSet union(Collection<PermissionSet> sets) {
    return new PermissionSet(
        sets.stream().flatMap(set -> set.permissions.stream()).distinct().toList());
  }

  /** The permissions one by one, in no order. */
  public Set<Permission> permissions() {
    return permissions;
  }

  /** Whether any permission of the set covers the one asked for. */
  public boolean allows(Permission asked) {
    return holds(asked.resource(), asked.action()) || holds(Permission.ANY, asked.action());
  }

  /** The permissions of the other set that this one does not allow. */
  public PermissionSet lacking(PermissionSet other) {
    return new PermissionSet(other.permissions.stream().filter(p -> !allows(p)).toList());
  }

  /** The permissions of this set that the other does not hold word for word. */
  public PermissionSet without(PermissionSet other) {
    return new PermissionSet(
        permissions.stream().filter(p -> !other.permissions.contains(p)).toList());
  }

  public boolean isEmpty() {
    return permissions.isEmpty();
  }

  /** The permissions in words, sorted. */
  public List<String> words() {
    return permissions.stream().map(Permission::toString).sorted().toList();
  }

  private boolean holds(String resource, String action) {
    Set<String> actions = actionsByResource.get(resource);
    return actions != null && (actions.contains(action) || actions.contains(Permission.ANY));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PermissionSet set && permissions.equals(set.permissions);
  }

  @Override
  public int hashCode() {
    return permissions.hashCode();
  }

  @Override
  public String toString() {
    return words().toString();
  }
}
