/** Owns the command that says what is wrong with an installation. */
@NullMarked
package io.cinema.auth.cli.doctor;

import org.jspecify.annotations.NullMarked;
