package io.cinema.auth.cli.film;

import picocli.CommandLine.Option;

/** The option {@code --dry-run}. */
final class DryRun {
  @Option(names = "--dry-run", description = "Only tell what would change.")
  boolean wanted;
}
