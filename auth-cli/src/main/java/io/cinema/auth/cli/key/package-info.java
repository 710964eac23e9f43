/** Owns the commands that list and rotate the signing keys. */
@NullMarked
package io.cinema.auth.cli.key;

import org.jspecify.annotations.NullMarked;
