/** Owns the master key: what is derived from it and what is sealed under it. */
@NullMarked
package io.cinema.auth.adapter.crypto.secret;

import org.jspecify.annotations.NullMarked;
