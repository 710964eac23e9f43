/** Owns how the service ends: what is told, what is waited for, in which order. */
@NullMarked
package io.cinema.auth.bootstrap.shutdown;

import org.jspecify.annotations.NullMarked;
