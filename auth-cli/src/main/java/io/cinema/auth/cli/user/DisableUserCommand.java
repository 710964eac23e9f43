package io.cinema.auth.cli.user;

import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.domain.account.User;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code user disable}. */
@Command(
    name = "disable",
    description = "Take an account out of use: its sessions end and its tokens die.")
public final class DisableUserCommand implements Runnable {
  private final Shell shell;

  @Mixin NamedUser named = new NamedUser();

  public DisableUserCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    User user = named.find(shell);
    UserOutcome.require(
        shell.useCases().disableUser().disable(shell.administrator(), user.id()), named);
    shell.out().println(user.login() + " is disabled");
  }
}
