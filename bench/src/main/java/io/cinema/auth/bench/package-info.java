/** Owns benchmarks of the rules that other teams embed. */
@NullMarked
package io.cinema.auth.bench;

import org.jspecify.annotations.NullMarked;
