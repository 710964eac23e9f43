/**
 * Owns the problem catalogue and turns every failure, ours or the framework's, into one of its
 * problems.
 */
@NullMarked
package io.cinema.auth.adapter.rest.problem;

import org.jspecify.annotations.NullMarked;
