package io.cinema.auth.cli.role;

import io.cinema.auth.application.role.AssignRole;
import io.cinema.auth.cli.shell.Refusal;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.cli.user.NamedUser;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.role.Role;
import picocli.CommandLine.Mixin;

/** What granting and revoking have in common: {@code <role> <user>}, and what can come of it. */
abstract class RoleAssignment implements Runnable {
  final Shell shell;

  @Mixin NamedRole namedRole = new NamedRole();
  @Mixin NamedUser namedUser = new NamedUser();

  RoleAssignment(Shell shell) {
    this.shell = shell;
  }

  abstract AssignRole.Result assign(AssignRole.Command command);

  /** What is so now. */
  abstract String said(User user, Role role);

  @Override
  public final void run() {
    Role role = namedRole.find(shell);
    User user = namedUser.find(shell);
    switch (assign(new AssignRole.Command(user.id(), role.id()))) {
      case AssignRole.Assigned _ -> shell.out().println(said(user, role));
      case AssignRole.NoSuchUser _ -> throw namedUser.missing();
      case AssignRole.NoSuchRole _ -> throw namedRole.missing();
      case AssignRole.Beyond(PermissionSet lacking) -> throw RoleTexts.beyond(lacking);
      case AssignRole.Untouchable _ ->
          throw new Refusal("superusers are touched only by superusers");
    }
  }
}
