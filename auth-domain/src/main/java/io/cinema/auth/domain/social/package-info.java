/** Owns identities at social networks and their links to accounts. */
@NullMarked
package io.cinema.auth.domain.social;

import org.jspecify.annotations.NullMarked;
