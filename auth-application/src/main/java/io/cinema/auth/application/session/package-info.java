/** Owns what happens to open sessions: refresh, list, end. */
@NullMarked
package io.cinema.auth.application.session;

import org.jspecify.annotations.NullMarked;
