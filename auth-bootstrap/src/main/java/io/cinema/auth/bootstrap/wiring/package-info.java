/** Owns putting the hexagon together: adapters behind ports, services behind use cases. */
@NullMarked
package io.cinema.auth.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
