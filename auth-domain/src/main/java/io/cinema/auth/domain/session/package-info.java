/**
 * Owns signed-in devices: how a session is opened, refreshed, and ended, and what ending it
 * revokes.
 */
@NullMarked
package io.cinema.auth.domain.session;

import org.jspecify.annotations.NullMarked;
