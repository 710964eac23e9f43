package io.cinema.auth.cli.role;

import io.cinema.auth.application.role.AssignRole;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.role.Role;
import picocli.CommandLine.Command;

/** {@code role revoke}. */
@Command(name = "revoke", description = "Take a role from a user. Counts at once.")
public final class RevokeRoleCommand extends RoleAssignment {

  public RevokeRoleCommand(Shell shell) {
    super(shell);
  }

  @Override
  AssignRole.Result assign(AssignRole.Command command) {
    return shell.useCases().assignRole().revoke(shell.administrator(), command);
  }

  @Override
  String said(User user, Role role) {
    return user.login() + " does not hold the role " + role.name();
  }
}
