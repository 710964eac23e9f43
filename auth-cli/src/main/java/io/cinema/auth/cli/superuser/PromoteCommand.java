package io.cinema.auth.cli.superuser;

import io.cinema.auth.cli.shell.Refusal;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.cli.user.NamedUser;
import io.cinema.auth.domain.account.User;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code superuser promote}. */
@Command(name = "promote", description = "Make an account a superuser.")
public final class PromoteCommand implements Runnable {
  private final Shell shell;

  @Mixin NamedUser named = new NamedUser();

  public PromoteCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    User user = named.find(shell);
    switch (shell.useCases().changeSuperuser().promote(shell.administrator(), user.id())) {
      case DONE -> shell.out().println(user.login() + " is a superuser now");
      case NO_SUCH_USER -> throw named.missing();
      case LAST_SUPERUSER ->
          throw new Refusal(
              "the last superuser can't be demoted: make another one first, with `superuser create`"
                  + " or `superuser promote`");
    }
  }
}
