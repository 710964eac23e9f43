package io.cinema.auth.application.role;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.domain.role.RoleId;

/** Deletes a role and takes it from all who hold it; asks for {@code roles:write}. */
public interface DeleteRole {

  /** What came of it. */
  enum Result {
    DELETED,
    NOT_FOUND
  }

  Result delete(Administrator by, RoleId id);
}
