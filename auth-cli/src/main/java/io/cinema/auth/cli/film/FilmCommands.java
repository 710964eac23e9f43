package io.cinema.auth.cli.film;

import picocli.CommandLine.Command;

/** Groups the commands about films. */
@Command(name = "films", description = "Say who may watch which films.")
public final class FilmCommands {}
