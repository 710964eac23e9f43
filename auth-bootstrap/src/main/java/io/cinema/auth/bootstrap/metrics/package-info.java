/** Owns what is counted and timed, and who may read it. */
@NullMarked
package io.cinema.auth.bootstrap.metrics;

import org.jspecify.annotations.NullMarked;
