/**
 * Owns traces: one for a request, through HTTP, Postgres and Redis, by OpenTelemetry. Off unless an
 * operator names a collector; then nothing of this package is made.
 */
@NullMarked
package io.cinema.auth.bootstrap.tracing;

import org.jspecify.annotations.NullMarked;
