/** Owns what administrators see of other people's accounts and do to them. */
@NullMarked
package io.cinema.auth.application.user;

import org.jspecify.annotations.NullMarked;
