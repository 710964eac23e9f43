/**
 * Owns the embedded real backends: starts a Postgres and a Redis for tests and for {@code bin/run},
 * breaks them on purpose for outage specs, and leaves no process behind.
 */
@NullMarked
package io.cinema.auth.devkit;

import org.jspecify.annotations.NullMarked;
