package io.cinema.auth.bootstrap;

import java.io.OutputStream;
import java.util.List;

/**
 * Runs the command line once, so that the JVM can keep what it learns (bin/lib/cli.sh, and auth-cli
 * of the distribution). Changes nothing and prints nothing.
 *
 * <p>Given {@code help} it stays with what needs no backend. Otherwise it goes through what the
 * other commands have in common, and ends with the first that can't be done, as that does: nobody
 * waits several times for a backend that is away.
 */
final class AuthCliTraining {
  private static final List<String[]> HELP =
      List.of(
          new String[] {"--help"},
          new String[] {"superuser", "create", "--help"},
          new String[] {"--version"},
          new String[] {"completion"});

  private static final List<String[]> READING =
      List.of(
          new String[] {"user", "list", "--json"},
          new String[] {"superuser", "list"},
          new String[] {"role", "list"});

  /** What it finds is for somebody else to read. */
  private static final String[] LAST = {"doctor"};

  private AuthCliTraining() {}

  public static void main(String[] args) {
    boolean help = args.length > 0 && args[0].equals("help");
    for (String[] command : help ? HELP : READING) {
      int exitCode = quietly(command);
      if (exitCode != 0) {
        System.exit(exitCode);
      }
    }
    if (!help) {
      int _ = quietly(LAST);
    }
    System.exit(0);
  }

  private static int quietly(String... command) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    return AuthCli.run(nowhere, nowhere, command);
  }
}
