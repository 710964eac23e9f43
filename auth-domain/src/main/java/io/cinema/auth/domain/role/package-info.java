/** Owns roles and permissions: who may do what. */
@NullMarked
package io.cinema.auth.domain.role;

import org.jspecify.annotations.NullMarked;
