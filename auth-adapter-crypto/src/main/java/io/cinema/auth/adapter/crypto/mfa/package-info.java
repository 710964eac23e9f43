/** Owns the making of one-time codes and recovery codes, and how their secrets are kept. */
@NullMarked
package io.cinema.auth.adapter.crypto.mfa;

import org.jspecify.annotations.NullMarked;
