package io.cinema.auth.adapter.redis;

import io.cinema.auth.domain.account.UserId;

/**
 * Every key that we keep in Redis.
 *
 * <pre>
 * auth:revoked:&lt;user id&gt;   string, {@link RevocationLines}; expires with the last of its lines
 * auth:epoch               string, random; there since the store was last filled from empty
 * auth:filling:&lt;random&gt;    string; one fill under way, expires after a minute
 * </pre>
 *
 * No command names two users, so that users may live on different servers one day; each of those
 * would have an epoch and a marker of its own.
 */
final class RedisKeys {
  static final String EPOCH = "auth:epoch";

  private static final String REVOKED = "auth:revoked:";
  private static final String FILLING = "auth:filling:";

  private RedisKeys() {}

  static String revoked(UserId user) {
    return REVOKED + user;
  }

  static String filling(String fill) {
    return FILLING + fill;
  }
}
