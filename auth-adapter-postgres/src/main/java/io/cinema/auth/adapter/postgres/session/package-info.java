/** Owns sessions, and the one statement that refreshes them. */
@NullMarked
package io.cinema.auth.adapter.postgres.session;

import org.jspecify.annotations.NullMarked;
