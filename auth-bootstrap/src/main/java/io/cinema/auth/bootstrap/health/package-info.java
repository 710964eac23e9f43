/** Owns what readiness depends on. */
@NullMarked
package io.cinema.auth.bootstrap.health;

import org.jspecify.annotations.NullMarked;
