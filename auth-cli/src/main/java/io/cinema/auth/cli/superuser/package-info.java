/** Owns the commands that make and unmake superusers. */
@NullMarked
package io.cinema.auth.cli.superuser;

import org.jspecify.annotations.NullMarked;
