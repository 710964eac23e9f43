/** Owns reading the login history. */
@NullMarked
package io.cinema.auth.application.history;

import org.jspecify.annotations.NullMarked;
