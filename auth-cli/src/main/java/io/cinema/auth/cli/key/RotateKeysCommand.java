package io.cinema.auth.cli.key;

import io.cinema.auth.application.key.RotateKeys;
import io.cinema.auth.cli.output.Format;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.domain.token.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keys rotate}. */
@Command(
    name = "rotate",
    description = "Make the next signing key ahead of its time. What older keys signed counts on.")
public final class RotateKeysCommand implements Runnable {
  private final Shell shell;

  @Option(
      names = "--soon",
      description =
          "It signs as soon as all nodes know it, without the usual notice: those who cache the key"
              + " set may refuse new tokens for a while.")
  boolean soon;

  @Mixin Format format = new Format();

  public RotateKeysCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    RotateKeys.Pace pace = soon ? RotateKeys.Pace.SOON : RotateKeys.Pace.WITH_NOTICE;
    switch (shell.useCases().rotateKeys().rotate(shell.administrator(), pace)) {
      case RotateKeys.Rotated(SigningKey next) -> print(next, true);
      case RotateKeys.AlreadyComing(SigningKey next) -> print(next, false);
    }
  }

  private void print(SigningKey next, boolean made) {
    String sentence =
        made
            ? "the key %s is made, and signs from %s"
            : "nothing to do: the key %s signs from %s anyway";
    format.print(
        shell.out(),
        KeyView.document(next).with("rotated", made).fields(),
        people -> people.println(sentence.formatted(next.id(), next.activeFrom())));
  }
}
