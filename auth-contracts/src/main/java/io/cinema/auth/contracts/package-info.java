/**
 * Owns the contracts: one abstract spec per driven port, which every adapter of that port inherits
 * unchanged and makes true on its own backend.
 */
@NullMarked
package io.cinema.auth.contracts;

import org.jspecify.annotations.NullMarked;
