/**
 * Owns /users/me/permissions, /users/{id}/permissions and /access/check: who may do and watch what.
 */
@NullMarked
package io.cinema.auth.adapter.rest.access;

import org.jspecify.annotations.NullMarked;
