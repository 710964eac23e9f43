package io.cinema.auth.cli.role;

import io.cinema.auth.cli.output.Document;
import io.cinema.auth.cli.output.Format;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.domain.role.Role;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code role list}. */
@Command(name = "list", description = "List all roles.")
public final class ListRoles implements Runnable {
  private final Shell shell;

  @Mixin Format format = new Format();

  public ListRoles(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    List<Role> all = shell.useCases().readRoles().all(shell.administrator());
    format.print(shell.out(), Document.list(all, RoleView::document), RoleView.table(all));
  }
}
