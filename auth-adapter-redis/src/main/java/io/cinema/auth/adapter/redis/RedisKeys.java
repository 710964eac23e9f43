package io.cinema.auth.adapter.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.secret.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Every key that we keep in Redis.
 *
 * <pre>
 * auth:revoked:&lt;user id&gt;   string, {@link RevocationLines}; expires with the last of its lines
 * auth:epoch               string, random; there since the store was last filled from empty
 * auth:filling:&lt;random&gt;    string; one fill under way, expires after a minute
 * auth:flow:&lt;digest&gt;       string, {@link FlowValue}; somebody is away at a social network;
 *                         gone when taken, expires with the flow. The digest is SHA-256 of the
 *                         state in hexadecimal: who reads Redis can't finish a flow
 * </pre>
 *
 * No command names two users or flows, so that they may live on different servers one day; each of
 * those would have an epoch and a marker of its own.
 */
final class RedisKeys {
  static final String EPOCH = "auth:epoch";

  private static final String REVOKED = "auth:revoked:";
  private static final String FILLING = "auth:filling:";
  private static final String FLOW = "auth:flow:";

  private RedisKeys() {}

  static String revoked(UserId user) {
    return REVOKED + user;
  }

  static String filling(String fill) {
    return FILLING + fill;
  }

  /**
   * @param state any text of any length
   */
  static String flow(Secret state) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return FLOW + HexFormat.of().formatHex(sha256.digest(state.reveal().getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
