package io.cinema.auth.cli.film;

import picocli.CommandLine.Command;

/** Groups the commands that label films. */
@Command(
    name = "label",
    description = "Label films, one or many. The search index follows within seconds.")
public final class LabelCommands {}
