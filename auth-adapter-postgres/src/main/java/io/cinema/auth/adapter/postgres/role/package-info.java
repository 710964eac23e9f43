/** Owns roles and who holds them, in the tables roles and user_roles. */
@NullMarked
package io.cinema.auth.adapter.postgres.role;

import org.jspecify.annotations.NullMarked;
