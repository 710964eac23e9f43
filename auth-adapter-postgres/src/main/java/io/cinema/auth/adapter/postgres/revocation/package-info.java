/** Owns the truth about revoked tokens, and its relay to the fast copy. */
@NullMarked
package io.cinema.auth.adapter.postgres.revocation;

import org.jspecify.annotations.NullMarked;
