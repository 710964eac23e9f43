/**
 * Owns what is kept in Redis: the fast copy of what is revoked, one key a user, one round trip a
 * request, with the knowledge of when that copy cannot be believed; and the flows of those who are
 * away at a social network.
 *
 * <p>{@link io.cinema.auth.adapter.redis.RedisRevocationStore} and {@link
 * io.cinema.auth.adapter.redis.RedisSocialFlowStore} are the ports. Below them, {@code LinkKeeper}
 * keeps one connection up behind a circuit breaker, {@code RedisLink} is that connection, {@code
 * Lookups} sends concurrent look-ups together, and {@code Trust} says whether an answer of that
 * connection may be believed.
 */
@NullMarked
package io.cinema.auth.adapter.redis;

import org.jspecify.annotations.NullMarked;
