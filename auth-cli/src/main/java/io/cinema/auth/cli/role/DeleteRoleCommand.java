package io.cinema.auth.cli.role;

import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.domain.role.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code role delete}. */
@Command(name = "delete", description = "Delete a role and take it from all who hold it.")
public final class DeleteRoleCommand implements Runnable {
  private final Shell shell;

  @Mixin NamedRole named = new NamedRole();

  public DeleteRoleCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    Role role = named.find(shell);
    switch (shell.useCases().deleteRole().delete(shell.administrator(), role.id())) {
      case DELETED -> shell.out().println("the role " + role.name() + " is deleted");
      case NOT_FOUND -> throw named.missing();
    }
  }
}
