package io.cinema.auth.domain.port;

import io.cinema.auth.domain.access.Authority;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.role.RoleId;
import java.util.Optional;

/** Keeps who holds which role. */
public interface RoleGrantRepository {

  /** What became of granting a role. */
  enum Granted {
    GRANTED,
    HELD_ALREADY,
    /** There is no such user, or no such role any more; the unit of work can go on. */
    NOT_THERE
  }

  /** Grants a role. A grant to what goes away at the same moment leaves nothing behind. */
  Granted grant(UserId user, RoleId role);

  /**
   * Takes a role from a user.
   *
   * @return whether the user held it
   */
  boolean revoke(UserId user, RoleId role);

  /** What an account may do now, read in one step; asked for every request that needs rights. */
  Optional<Authority> authority(UserId user);
}
