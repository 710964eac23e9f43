/** Owns who may act as an administrator, and what anybody may do and watch. */
@NullMarked
package io.cinema.auth.application.access;

import org.jspecify.annotations.NullMarked;
