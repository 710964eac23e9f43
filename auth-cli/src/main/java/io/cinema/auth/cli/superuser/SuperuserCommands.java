package io.cinema.auth.cli.superuser;

import picocli.CommandLine.Command;

/** Groups the commands about superusers. */
@Command(name = "superuser", description = "Make and unmake accounts that may do everything.")
public final class SuperuserCommands {}
