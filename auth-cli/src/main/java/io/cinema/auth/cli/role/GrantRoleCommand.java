package io.cinema.auth.cli.role;

import io.cinema.auth.application.role.AssignRole;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.role.Role;
import picocli.CommandLine.Command;

/** {@code role grant}. */
@Command(name = "grant", description = "Grant a role to a user. Counts at once.")
public final class GrantRoleCommand extends RoleAssignment {

  public GrantRoleCommand(Shell shell) {
    super(shell);
  }

  @Override
  AssignRole.Result assign(AssignRole.Command command) {
    return shell.useCases().assignRole().grant(shell.administrator(), command);
  }

  @Override
  String said(User user, Role role) {
    return user.login() + " holds the role " + role.name() + " now";
  }
}
