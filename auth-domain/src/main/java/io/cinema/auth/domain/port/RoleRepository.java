package io.cinema.auth.domain.port;

import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleId;
import io.cinema.auth.domain.role.RoleName;
import java.util.List;
import java.util.Optional;

/** Keeps roles. Their names are unique, also under parallel writes. */
public interface RoleRepository {

  /**
   * Adds a role; a surrounding unit of work can go on either way.
   *
   * @return whether its name was free
   */
  boolean add(Role role);

  Optional<Role> find(RoleId id);

  Optional<Role> findByName(RoleName name);

  /** All roles, by name. */
  List<Role> all();

  /**
   * Reads a role and keeps others from changing, removing and granting it until the surrounding
   * {@link UnitOfWork} ends. Whoever locks an account too locks that first.
   */
  Optional<Role> lock(RoleId id);

  /**
   * Writes a role that was read by {@link #lock} in the same unit of work, which can go on either
   * way.
   *
   * @return whether its name was free; nothing is changed otherwise
   */
  boolean update(Role role);

  /**
   * Removes a role and takes it from all who hold it.
   *
   * @return whether it was there
   */
  boolean remove(RoleId id);
}
