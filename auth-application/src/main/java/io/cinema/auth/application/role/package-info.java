/** Owns running roles: making, changing, deleting, granting and revoking them. */
@NullMarked
package io.cinema.auth.application.role;

import org.jspecify.annotations.NullMarked;
