/** Owns /oauth and /users/me/social-links: signing in by social networks, and linking them. */
@NullMarked
package io.cinema.auth.adapter.rest.social;

import org.jspecify.annotations.NullMarked;
