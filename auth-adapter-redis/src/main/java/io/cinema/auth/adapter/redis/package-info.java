/**
 * Owns the fast copy of what is revoked, in Redis: one key a user, one round trip a request, and
 * the knowledge of when that copy cannot be believed.
 *
 * <p>{@link io.cinema.auth.adapter.redis.RedisRevocationStore} is the port. Below it, {@code
 * LinkKeeper} keeps one connection up behind a circuit breaker, {@code RedisLink} is that
 * connection, {@code Lookups} sends concurrent look-ups together, and {@code Trust} says whether an
 * answer of that connection may be believed.
 */
@NullMarked
package io.cinema.auth.adapter.redis;

import org.jspecify.annotations.NullMarked;
