/** Owns what every command works with: the use cases, who is at the keyboard, where to print. */
@NullMarked
package io.cinema.auth.cli.shell;

import org.jspecify.annotations.NullMarked;
