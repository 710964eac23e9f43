package io.cinema.auth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The root of all commands. */
@Command(
    name = "auth-cli",
    description = "Looks after an installation of the auth service, past its HTTP API.",
    versionProvider = Version.class,
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  done",
      "  1  refused; standard error says why",
      "  2  called wrongly",
      "  3  a backend is down",
      "",
      "It is configured as the service is, by AUTH_ variables."
    })
final class AuthCommand {
  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean versionAsked;
}
