/** Owns the making of ids. */
@NullMarked
package io.cinema.auth.adapter.crypto.id;

import org.jspecify.annotations.NullMarked;
