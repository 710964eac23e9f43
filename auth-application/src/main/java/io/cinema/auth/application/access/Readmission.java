package io.cinema.auth.application.access;

import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.access.Authority;
import io.cinema.auth.domain.audit.Actor;
import io.cinema.auth.domain.port.RoleGrantRepository;

/**
 * Asks again, inside the unit of work of an act and after whatever it waits for, what the door was
 * asked: a request may have been let in long ago, and sent its body since, byte by byte.
 */
public final class Readmission {
  private final RoleGrantRepository grants;

  public Readmission(RoleGrantRepository grants) {
    this.grants = grants;
  }

  /**
   * The administrator with the rights of now.
   *
   * @throws AdmissionWithdrawnException when they do not hold what is needed any more
   */
  public Administrator now(Administrator by, AdminPermission needed) {
    return switch (by.actor()) {
      case Actor.Console _ -> by;
      case Actor.Person person ->
          grants
              .authority(person.user())
              .filter(account -> !account.disabled())
              .map(account -> administrator(person, account))
              .filter(administrator -> administrator.permissions().allows(needed.permission()))
              .orElseThrow(() -> new AdmissionWithdrawnException(needed));
    };
  }

  private static Administrator administrator(Actor actor, Authority account) {
    return new Administrator(actor, account.superuser(), account.permissions());
  }
}
