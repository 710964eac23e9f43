/** Owns the commands that look at accounts and disable them or sign them out. */
@NullMarked
package io.cinema.auth.cli.user;

import org.jspecify.annotations.NullMarked;
