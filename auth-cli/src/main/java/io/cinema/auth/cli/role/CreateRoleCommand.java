package io.cinema.auth.cli.role;

import io.cinema.auth.application.role.CreateRole;
import io.cinema.auth.cli.output.Format;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.domain.role.Permission;
import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code role create}. */
@Command(name = "create", description = "Make a role.")
public final class CreateRoleCommand implements Runnable {
  private final Shell shell;

  @Parameters(
      paramLabel = "<name>",
      converter = RoleTexts.NameText.class,
      description = "A lower-case word.")
  @Nullable RoleName name;

  @Option(
      names = "--permission",
      paramLabel = "<permission>",
      converter = RoleTexts.PermissionText.class,
      description = "What it permits, as films:read or films:*; may be given many times.")
  List<Permission> permissions = List.of();

  @Option(
      names = "--description",
      paramLabel = "<text>",
      converter = RoleTexts.DescriptionText.class,
      description = "What the role is for.")
  String description = "";

  @Mixin Format format = new Format();

  public CreateRoleCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    CreateRole.Command command =
        new CreateRole.Command(
            Objects.requireNonNull(name), PermissionSet.of(permissions), description);
    switch (shell.useCases().createRole().create(shell.administrator(), command)) {
      case CreateRole.Created(Role role) ->
          format.print(
              shell.out(),
              RoleView.document(role),
              people -> people.println("the role " + role.name() + " is made"));
      case CreateRole.NameTaken _ -> throw RoleTexts.nameTaken(command.name());
      case CreateRole.Beyond(PermissionSet lacking) -> throw RoleTexts.beyond(lacking);
    }
  }
}
