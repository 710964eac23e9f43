/** Owns the second factor: one-time codes, recovery codes, and who must have one. */
@NullMarked
package io.cinema.auth.domain.mfa;

import org.jspecify.annotations.NullMarked;
