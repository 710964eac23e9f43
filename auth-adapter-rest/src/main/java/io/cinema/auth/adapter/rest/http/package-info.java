/**
 * Owns what holds for every request: its id, its origin, its thread, its outer shape, its headers.
 */
@NullMarked
package io.cinema.auth.adapter.rest.http;

import org.jspecify.annotations.NullMarked;
