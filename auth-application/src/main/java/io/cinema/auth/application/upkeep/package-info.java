/** Owns the work that nobody asks for: keys, revocations, history partitions, old sessions. */
@NullMarked
package io.cinema.auth.application.upkeep;

import org.jspecify.annotations.NullMarked;
