package io.cinema.auth.domain.role;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The permissions of a role, or of everything a user holds. Immutable. What it allows is found by
 * two look-ups, however many permissions there are (docs/performance.md).
 */
public final class PermissionSet {
  public static final PermissionSet NONE = new PermissionSet(Map.of());

  /** What a superuser holds. */
  public static final PermissionSet EVERYTHING = parse(Set.of(Permission.ANY));

  /** Sets that are never changed once they are here: unions share them. */
  private final Map<String, Set<String>> actionsByResource;

  private PermissionSet(Map<String, Set<String>> actionsByResource) {
    this.actionsByResource = actionsByResource;
  }

  public static PermissionSet of(Collection<Permission> permissions) {
    Map<String, Set<String>> actions = new HashMap<>();
    for (Permission one : permissions) {
      boolean _ = actions.computeIfAbsent(one.resource(), _ -> new HashSet<>()).add(one.action());
    }
    return new PermissionSet(actions);
  }

  /**
   * Reads permissions as {@link Permission#parse} does.
   *
   * @throws io.cinema.auth.domain.value.InvalidValueException for field {@code permission}
   */
  public static PermissionSet parse(Collection<String> words) {
    return of(words.stream().map(Permission::parse).toList());
  }

  /** All that any of the sets holds. */
  public static PermissionSet union(Collection<PermissionSet> sets) {
    Map<String, Set<String>> actions = new HashMap<>();
    for (PermissionSet set : sets) {
      set.actionsByResource.forEach(
          (resource, more) -> actions.merge(resource, more, PermissionSet::both));
    }
    return new PermissionSet(actions);
  }

  private static Set<String> both(Set<String> some, Set<String> more) {
    Set<String> all = new HashSet<>(some);
    boolean _ = all.addAll(more);
    return all;
  }

  /** Whether any permission of the set covers the one asked for. */
  public boolean allows(Permission asked) {
    return holds(asked.resource(), asked.action()) || holds(Permission.ANY, asked.action());
  }

  /** The permissions of the other set that this one does not allow. */
  public PermissionSet lacking(PermissionSet other) {
    return other.only(permission -> !allows(permission));
  }

  /** The permissions of this set that the other does not hold word for word. */
  public PermissionSet without(PermissionSet other) {
    Set<Permission> others = other.permissions();
    return only(permission -> !others.contains(permission));
  }

  /** The permissions one by one, in no order. */
  public Set<Permission> permissions() {
    return stream().collect(Collectors.toUnmodifiableSet());
  }

  /** The permissions in words, sorted. */
  public List<String> words() {
    return stream().map(Permission::toString).sorted().toList();
  }

  public int size() {
    return actionsByResource.values().stream().mapToInt(Set::size).sum();
  }

  public boolean isEmpty() {
    return actionsByResource.isEmpty();
  }

  private boolean holds(String resource, String action) {
    Set<String> actions = actionsByResource.get(resource);
    return actions != null && (actions.contains(action) || actions.contains(Permission.ANY));
  }

  private PermissionSet only(Predicate<Permission> wanted) {
    return of(stream().filter(wanted).toList());
  }

  private Stream<Permission> stream() {
    return actionsByResource.entrySet().stream()
        .flatMap(e -> e.getValue().stream().map(action -> new Permission(e.getKey(), action)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PermissionSet set && actionsByResource.equals(set.actionsByResource);
  }

  @Override
  public int hashCode() {
    return actionsByResource.hashCode();
  }

  @Override
  public String toString() {
    return words().toString();
  }
}
