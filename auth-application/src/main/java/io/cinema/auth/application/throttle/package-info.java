/** Owns slowing down those who guess passwords and codes. */
@NullMarked
package io.cinema.auth.application.throttle;

import org.jspecify.annotations.NullMarked;
