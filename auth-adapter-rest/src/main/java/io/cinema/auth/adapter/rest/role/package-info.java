/** Owns /roles and /users/{id}/roles. */
@NullMarked
package io.cinema.auth.adapter.rest.role;

import org.jspecify.annotations.NullMarked;
