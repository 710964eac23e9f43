package io.cinema.auth.cli.role;

import io.cinema.auth.cli.output.Format;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.domain.role.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code role show}. */
@Command(name = "show", description = "Show a role and what it permits.")
public final class ShowRole implements Runnable {
  private final Shell shell;

  @Mixin NamedRole named = new NamedRole();
  @Mixin Format format = new Format();

  public ShowRole(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    Role role = named.find(shell);
    format.print(
        shell.out(), RoleView.document(role), people -> RoleView.sheet(role).print(people));
  }
}
