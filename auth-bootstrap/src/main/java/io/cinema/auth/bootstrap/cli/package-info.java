/** Owns what the command line runs on: the service's wiring without its HTTP side and upkeep. */
@NullMarked
package io.cinema.auth.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
