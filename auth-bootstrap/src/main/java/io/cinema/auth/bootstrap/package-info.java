/** Owns starting the service: the main class and the order of its start. */
@NullMarked
package io.cinema.auth.bootstrap;

import org.jspecify.annotations.NullMarked;
