package io.cinema.auth.cli.role;

import picocli.CommandLine.Command;

/** Groups the commands about roles. */
@Command(name = "role", description = "Keep roles, and grant and revoke them.")
public final class RoleCommands {}
