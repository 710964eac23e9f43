/** Owns what an operator can set: every AUTH_ variable, its type and its default. */
@NullMarked
package io.cinema.auth.bootstrap.config;

import org.jspecify.annotations.NullMarked;
