/** Owns the master key, what is derived from it and sealed under it, and the making of secrets. */
@NullMarked
package io.cinema.auth.adapter.crypto.secret;

import org.jspecify.annotations.NullMarked;
