/** Owns the making and checking of signed tokens, and the keys for it. */
@NullMarked
package io.cinema.auth.adapter.crypto.token;

import org.jspecify.annotations.NullMarked;
