package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.port.RoleRepository;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleId;
import io.cinema.auth.domain.role.RoleName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Roles in memory. */
public final class MemoryRoleRepository implements RoleRepository {
  private final MemoryDatabase database;

  public MemoryRoleRepository(MemoryDatabase database) {
    this.database = database;
  }

  @Override
  public boolean add(Role role) {
    return database.run(t -> save(t, role));
  }

  @Override
  public Optional<Role> find(RoleId id) {
    return database.run(t -> Optional.ofNullable(t.roles().get(id)));
  }

  @Override
  public Optional<Role> findByName(RoleName name) {
    return database.run(t -> t.role(name));
  }

  @Override
  public List<Role> all() {
    return database.run(
        t ->
            t.roles().values().stream()
                .sorted(Comparator.comparing(role -> role.name().value()))
                .toList());
  }

  /** A transaction has the database for itself, so that there is nothing more to lock. */
  @Override
  public Optional<Role> lock(RoleId id) {
    return find(id);
  }

  @Override
  public boolean update(Role role) {
    return database.run(
        t -> {
          if (!t.roles().containsKey(role.id())) {
            throw new IllegalStateException("there is no role " + role.id());
          }
          return save(t, role);
        });
  }

  @Override
  public boolean remove(RoleId id) {
    return database.run(
        t -> {
          List.copyOf(t.grants().keySet()).forEach(user -> t.revoke(user, id));
          return t.roles().remove(id) != null;
        });
  }

  private static boolean save(Tables t, Role role) {
    if (t.role(role.name()).filter(other -> !other.id().equals(role.id())).isPresent()) {
      return false;
    }
    t.roles().put(role.id(), role);
    return true;
  }
}
