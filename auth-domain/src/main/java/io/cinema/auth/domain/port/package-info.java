/**
 * Owns everything the domain needs from outside, one flat list of interfaces; adapters implement
 * them.
 */
@NullMarked
package io.cinema.auth.domain.port;

import org.jspecify.annotations.NullMarked;
