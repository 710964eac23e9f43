package io.cinema.auth.adapter.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.secret.Secret;
import io.lettuce.core.cluster.SlotHash;
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
 * auth:nothing             never there; deleted every second, which only a master can do
 * </pre>
 *
 * In a cluster they begin with {@code {auth}:}. What is in braces alone decides where a key lives,
 * so all of them are on one master: the epoch vouches for the users' keys because nothing can part
 * them.
 */
final class RedisKeys {
  static final RedisKeys OF_SERVER = new RedisKeys("auth:");
  static final RedisKeys OF_CLUSTER = new RedisKeys("{auth}:");

  private final String prefix;
  private final String epoch;
  private final String nothing;

  private RedisKeys(String prefix) {
    this.prefix = prefix;
    this.epoch = prefix + "epoch";
    this.nothing = prefix + "nothing";
  }

  /** A pattern that all of them match, as Redis reads it. */
  String all() {
    return prefix + "*";
  }

  String epoch() {
    return epoch;
  }

  String nothing() {
    return nothing;
  }

  String revoked(UserId user) {
    return prefix + "revoked:" + user;
  }

  String filling(String fill) {
    return prefix + "filling:" + fill;
  }

  /**
   * @param state any text of any length
   */
  String flow(Secret state) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha256.digest(state.reveal().getBytes(UTF_8));
      return prefix + "flow:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  /** The part of a cluster that all of them are in, where they share a tag. */
  int slot() {
    return SlotHash.getSlot(epoch);
  }
}
