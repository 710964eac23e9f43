package io.cinema.auth.cli.audit;

import picocli.CommandLine.Command;

/** Groups the commands about the audit trail. */
@Command(name = "audit", description = "Read who did what to whom.")
public final class AuditCommands {}
