package io.cinema.auth.cli.superuser;

import io.cinema.auth.cli.shell.Refusal;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.cli.user.NamedUser;
import io.cinema.auth.domain.account.User;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code superuser demote}. */
@Command(
    name = "demote",
    description = "Take superuser rights from an account. The last superuser stays one.")
public final class DemoteCommand implements Runnable {
  private final Shell shell;

  @Mixin NamedUser named = new NamedUser();

  public DemoteCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    User user = named.find(shell);
    switch (shell.useCases().changeSuperuser().demote(shell.administrator(), user.id())) {
      case DONE -> shell.out().println(user.login() + " is no superuser any more");
      case NO_SUCH_USER -> throw named.missing();
      case LAST_SUPERUSER ->
          throw new Refusal(
              "the last superuser can't be demoted: make another one first, with `superuser create`"
                  + " or `superuser promote`");
    }
  }
}
