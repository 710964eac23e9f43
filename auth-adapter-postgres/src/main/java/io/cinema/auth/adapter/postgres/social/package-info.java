/** Owns links to identities at social networks, in the table social_links. */
@NullMarked
package io.cinema.auth.adapter.postgres.social;

import org.jspecify.annotations.NullMarked;
