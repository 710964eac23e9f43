/** Owns the hashing of passwords, how many hashes run at a time, and the list of common ones. */
@NullMarked
package io.cinema.auth.adapter.crypto.password;

import org.jspecify.annotations.NullMarked;
