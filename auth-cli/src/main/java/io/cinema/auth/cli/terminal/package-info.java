/** Owns asking for a password without showing it. */
@NullMarked
package io.cinema.auth.cli.terminal;

import org.jspecify.annotations.NullMarked;
