/** Owns how results are printed: tables for people, JSON for programs. */
@NullMarked
package io.cinema.auth.cli.output;

import org.jspecify.annotations.NullMarked;
