package io.cinema.auth.cli.user;

import picocli.CommandLine.Command;

/** Groups the commands about accounts. */
@Command(
    name = "user",
    description = "Look at accounts, disable them, sign them out, help who lost a phone.")
public final class UserCommands {}
