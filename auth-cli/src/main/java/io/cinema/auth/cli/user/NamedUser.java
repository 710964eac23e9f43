package io.cinema.auth.cli.user;

import io.cinema.auth.cli.output.Printable;
import io.cinema.auth.cli.shell.Refusal;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.domain.account.User;
import picocli.CommandLine.Parameters;

/** The parameter {@code <user>}. */
public final class NamedUser {
  @Parameters(paramLabel = "<user>", description = "The account's login, e-mail or id.")
  String name = "";

  /**
   * @throws Refusal when there is none
   */
  public User find(Shell shell) {
    return shell
        .useCases()
        .findUsers()
        .named(shell.administrator(), name)
        .orElseThrow(this::missing);
  }

  /** For when it is gone a moment after it was found, too. */
  public Refusal missing() {
    return new Refusal("there is no user " + Printable.of(name));
  }
}
