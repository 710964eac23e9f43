/** Owns where settings come from: variables, one file of them, and files that hold one secret. */
@NullMarked
package io.cinema.auth.bootstrap.config.source;

import org.jspecify.annotations.NullMarked;
