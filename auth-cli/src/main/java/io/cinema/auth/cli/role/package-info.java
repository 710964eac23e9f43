/** Owns the commands that keep roles, and grant and revoke them. */
@NullMarked
package io.cinema.auth.cli.role;

import org.jspecify.annotations.NullMarked;
