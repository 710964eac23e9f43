/** Owns finding out what is wrong with an installation. */
@NullMarked
package io.cinema.auth.application.diagnosis;

import org.jspecify.annotations.NullMarked;
