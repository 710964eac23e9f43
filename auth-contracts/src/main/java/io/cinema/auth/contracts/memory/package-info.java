/**
 * Owns the reference adapters: every port in memory, thread-safe, for tests of what stands on the
 * ports.
 */
@NullMarked
package io.cinema.auth.contracts.memory;

import org.jspecify.annotations.NullMarked;
