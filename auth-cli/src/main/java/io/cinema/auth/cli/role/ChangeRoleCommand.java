package io.cinema.auth.cli.role;

import io.cinema.auth.application.role.ChangeRole;
import io.cinema.auth.cli.output.Format;
import io.cinema.auth.cli.shell.ExitCode;
import io.cinema.auth.cli.shell.Refusal;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.domain.role.Permission;
import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code role change}. */
@Command(
    name = "change",
    description = "Change a role's name, permissions or description; the rest stays as it is.")
public final class ChangeRoleCommand implements Runnable {
  private final Shell shell;

  @Mixin NamedRole named = new NamedRole();

  @Option(
      names = "--name",
      paramLabel = "<name>",
      converter = RoleTexts.NameText.class,
      description = "The new name, a lower-case word.")
  @Nullable RoleName name;

  @Option(
      names = "--permission",
      paramLabel = "<permission>",
      converter = RoleTexts.PermissionText.class,
      description = "What it permits from now on, instead of what it did; may be given many times.")
  @Nullable List<Permission> permissions;

  @Option(names = "--no-permissions", description = "It permits nothing from now on.")
  boolean noPermissions;

  @Option(
      names = "--description",
      paramLabel = "<text>",
      converter = RoleTexts.DescriptionText.class,
      description = "What the role is for.")
  @Nullable String description;

  @Mixin Format format = new Format();

  public ChangeRoleCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    requireChange();
    Role role = named.find(shell);
    ChangeRole.Command command =
        new ChangeRole.Command(
            role.id(),
            name == null ? role.name() : name,
            permissionsAfter(role),
            description == null ? role.description() : description);
    switch (shell.useCases().changeRole().change(shell.administrator(), command)) {
      case ChangeRole.Changed(Role changed) ->
          format.print(
              shell.out(),
              RoleView.document(changed),
              people -> people.println("the role " + changed.name() + " is changed"));
      case ChangeRole.NotFound _ -> throw named.missing();
      case ChangeRole.NameTaken _ -> throw RoleTexts.nameTaken(command.name());
      case ChangeRole.Beyond(PermissionSet lacking) -> throw RoleTexts.beyond(lacking);
    }
  }

  private void requireChange() {
    if (noPermissions && permissions != null) {
      throw new Refusal(ExitCode.USAGE, "--permission and --no-permissions exclude each other");
    }
    if (name == null && permissions == null && !noPermissions && description == null) {
      throw new Refusal(
          ExitCode.USAGE,
          "nothing to change: give --name, --permission, --no-permissions or --description");
    }
  }

  private PermissionSet permissionsAfter(Role role) {
    if (noPermissions) {
      return PermissionSet.NONE;
    }
    return permissions == null ? role.permissions() : PermissionSet.of(permissions);
  }
}
