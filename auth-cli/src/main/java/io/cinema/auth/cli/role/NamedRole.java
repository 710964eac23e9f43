package io.cinema.auth.cli.role;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.application.role.ReadRoles;
import io.cinema.auth.cli.output.Printable;
import io.cinema.auth.cli.shell.Refusal;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleId;
import io.cinema.auth.domain.role.RoleName;
import io.cinema.auth.domain.value.InvalidValueException;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The parameter {@code <role>}. */
final class NamedRole {
  @Parameters(paramLabel = "<role>", description = "The role's name or id.")
  String name = "";

  /**
   * @throws Refusal when there is none
   */
  Role find(Shell shell) {
    ReadRoles roles = shell.useCases().readRoles();
    Administrator by = shell.administrator();
    return byName(roles, by)
        .or(() -> RoleId.parse(name).flatMap(id -> roles.find(by, id)))
        .orElseThrow(this::missing);
  }

  private Optional<Role> byName(ReadRoles roles, Administrator by) {
    try {
      return roles.findByName(by, new RoleName(name));
    } catch (InvalidValueException noName) {
      return Optional.empty();
    }
  }

  /** For when it is gone a moment after it was found, too. */
  Refusal missing() {
    return new Refusal("there is no role " + Printable.of(name));
  }
}
