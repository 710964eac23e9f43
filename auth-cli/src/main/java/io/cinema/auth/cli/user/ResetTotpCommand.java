package io.cinema.auth.cli.user;

import io.cinema.auth.cli.shell.Refusal;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.domain.account.User;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code user reset-totp}. */
@Command(
    name = "reset-totp",
    description =
        "Take the second factor from somebody who lost it, recovery codes and all, and end their"
            + " sessions. Make sure that it is them who ask.")
public final class ResetTotpCommand implements Runnable {
  private final Shell shell;

  @Mixin NamedUser named = new NamedUser();

  public ResetTotpCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    User user = named.find(shell);
    switch (shell.useCases().resetSecondFactor().reset(shell.administrator(), user.id())) {
      case DONE ->
          shell.out().println(user.login() + " has no second factor and is signed out everywhere");
      case NO_SUCH_USER -> throw named.missing();
      case NOT_ACTIVE -> throw new Refusal(user.login() + " has no second factor");
      case UNTOUCHABLE -> throw new Refusal("superusers are touched only by superusers");
    }
  }
}
