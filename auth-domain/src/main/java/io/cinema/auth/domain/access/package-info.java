/** Owns who may do and watch what: content labels, effective rights, the administrators' guards. */
@NullMarked
package io.cinema.auth.domain.access;

import org.jspecify.annotations.NullMarked;
