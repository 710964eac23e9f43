package io.cinema.auth.cli.key;

import picocli.CommandLine.Command;

/** Groups the commands about signing keys. */
@Command(name = "keys", description = "List and rotate the keys that sign access tokens.")
public final class KeyCommands {}
