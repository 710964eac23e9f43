package io.cinema.auth.bootstrap;

import java.io.OutputStream;
import java.util.List;

/**
 * Runs the command line once through what its commands have in common, so that the JVM can keep
 * what it learns (bin/lib/training.sh). Changes nothing, prints nothing, and exits as {@code
 * doctor} does.
 */
final class AuthCliTraining {
  private static final List<String[]> READING =
      List.of(
          new String[] {"--help"},
          new String[] {"superuser", "create", "--help"},
          new String[] {"user", "list", "--json"},
          new String[] {"superuser", "list"});

  private AuthCliTraining() {}

  public static void main(String[] args) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    READING.forEach(
        command -> {
          int _ = AuthCli.run(nowhere, nowhere, command);
        });
    System.exit(AuthCli.run(nowhere, nowhere, "doctor"));
  }
}
