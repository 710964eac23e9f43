/**
 * Owns access tokens and the keys that sign them: what a token claims, when it counts, which key is
 * in use.
 */
@NullMarked
package io.cinema.auth.domain.token;

import org.jspecify.annotations.NullMarked;
