/** Owns reading the bearer token and what controllers learn of it. */
@NullMarked
package io.cinema.auth.adapter.rest.security;

import org.jspecify.annotations.NullMarked;
