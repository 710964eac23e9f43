package io.cinema.auth.cli.user;

import io.cinema.auth.cli.shell.Refusal;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.domain.account.User;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code user sign-out}. */
@Command(name = "sign-out", description = "End all sessions of an account and kill its tokens.")
public final class SignOutUserCommand implements Runnable {
  private final Shell shell;

  @Mixin NamedUser named = new NamedUser();

  public SignOutUserCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    User user = named.find(shell);
    switch (shell.useCases().signOutUser().signOut(shell.administrator(), user.id())) {
      case SIGNED_OUT -> shell.out().println(user.login() + " is signed out everywhere");
      case NO_SUCH_USER -> throw named.missing();
      case UNTOUCHABLE -> throw new Refusal("superusers are touched only by superusers");
    }
  }
}
