/**
 * Owns the HTTP face of the service: routes, bodies, problems, and the description of all of them.
 */
@NullMarked
package io.cinema.auth.adapter.rest;

import org.jspecify.annotations.NullMarked;
