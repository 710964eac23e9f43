/** Owns coming from a social network: signing up and in by one, linking one, unlinking it. */
@NullMarked
package io.cinema.auth.application.social;

import org.jspecify.annotations.NullMarked;
