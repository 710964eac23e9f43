/** Owns what a look at an installation found: what is well, what is not, and what to do. */
@NullMarked
package io.cinema.auth.domain.diagnosis;

import org.jspecify.annotations.NullMarked;
