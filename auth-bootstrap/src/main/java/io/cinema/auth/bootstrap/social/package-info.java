/** Owns what the operator is told of social networks. */
@NullMarked
package io.cinema.auth.bootstrap.social;

import org.jspecify.annotations.NullMarked;
