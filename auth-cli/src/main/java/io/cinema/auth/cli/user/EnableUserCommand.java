package io.cinema.auth.cli.user;

import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.domain.account.User;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code user enable}. */
@Command(name = "enable", description = "Take a disabled account into use again.")
public final class EnableUserCommand implements Runnable {
  private final Shell shell;

  @Mixin NamedUser named = new NamedUser();

  public EnableUserCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    User user = named.find(shell);
    UserOutcome.require(
        shell.useCases().disableUser().enable(shell.administrator(), user.id()), named);
    shell.out().println(user.login() + " is enabled");
  }
}
