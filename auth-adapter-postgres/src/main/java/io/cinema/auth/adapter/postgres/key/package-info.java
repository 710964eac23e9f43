/** Owns signing keys as they are stored. */
@NullMarked
package io.cinema.auth.adapter.postgres.key;

import org.jspecify.annotations.NullMarked;
