/** Owns reading the bearer token, the administrators' door, and what controllers learn of both. */
@NullMarked
package io.cinema.auth.adapter.rest.security;

import org.jspecify.annotations.NullMarked;
