package io.cinema.auth.cli.terminal;

import java.io.Console;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The terminal that this process was started from. */
public final class SystemTerminal implements Terminal {

  @Override
  public boolean isInteractive() {
    return console() != null;
  }

  @Override
  public @Nullable String askHidden(String prompt) {
    Console console = console();
    char[] answer = console == null ? null : console.readPassword("%s", prompt);
    if (answer == null) {
      return null;
    }
    String text = new String(answer);
    Arrays.fill(answer, '\0');
    return text;
  }

  @Override
  public InputStream input() {
    return System.in;
  }

  // Depending on its settings Java hands out none for a pipe, or one that is no terminal.
  @SuppressWarnings("SystemConsoleNull")
  private static @Nullable Console console() {
    Console console = System.console();
    return console != null && console.isTerminal() ? console : null;
  }
}
