package io.cinema.auth.bootstrap;

import java.io.OutputStream;
import java.util.List;

/**
 * Runs the command line once, so that the JVM can keep what it learns (bin/lib/cli.sh). Changes
 * nothing and prints nothing.
 *
 * <p>Given {@code help} it stays with what needs no backend. Otherwise it goes through what the
 * other commands have in common, and exits as {@code doctor} does.
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
          new String[] {"role", "list"},
          new String[] {"doctor"});

  private AuthCliTraining() {}

  public static void main(String[] args) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    int last = 0;
    for (String[] command : args.length > 0 && args[0].equals("help") ? HELP : READING) {
      last = AuthCli.run(nowhere, nowhere, command);
    }
    System.exit(last);
  }
}
