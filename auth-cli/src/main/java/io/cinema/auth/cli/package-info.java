/** Owns the command line: its commands, its exit codes, and what it says when something fails. */
@NullMarked
package io.cinema.auth.cli;

import org.jspecify.annotations.NullMarked;
