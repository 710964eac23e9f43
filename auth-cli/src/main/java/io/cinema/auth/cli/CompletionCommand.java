package io.cinema.auth.cli;

import io.cinema.auth.cli.shell.Shell;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}. */
@Command(
    name = "completion",
    description = {
      "Print a script that completes commands and options in bash and zsh.",
      "To use it: source <(auth-cli completion)"
    })
final class CompletionCommand implements Runnable {
  private final Shell shell;

  @Spec @Nullable CommandSpec command;

  CompletionCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    if (command != null) {
      shell.out().print(AutoComplete.bash("auth-cli", command.root().commandLine()));
    }
  }
}
