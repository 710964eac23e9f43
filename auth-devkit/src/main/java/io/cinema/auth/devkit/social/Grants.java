package io.cinema.auth.devkit.social;

import static io.cinema.auth.devkit.social.RefusedException.unless;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The codes and access tokens that a provider has given out. */
final class Grants {

  /** The longest that RFC 6749 section 4.1.2 advises. */
  private static final Duration CODE_LIFE = Duration.ofMinutes(10);

  private final Map<String, Grant> codes = new ConcurrentHashMap<>();
  private final Map<String, Grant> tokens = new ConcurrentHashMap<>();

  String newCode(Grant grant) {
    return given(codes, grant);
  }

  String newToken(Grant grant) {
    return given(tokens, grant);
  }

  /**
   * Takes the code, which is then used up, whatever else is wrong with the request.
   *
   * @throws RefusedException {@code invalid_grant} if it is unknown, used, or too old
   */
  Grant redeem(String code, Instant now) {
    Grant grant = codes.remove(code);
    if (grant == null) {
      throw new RefusedException("invalid_grant", "the code is unknown or used");
    }
    unless(now.isBefore(grant.at().plus(CODE_LIFE)), "invalid_grant", "the code has expired");
    return grant;
  }

  @Nullable Grant find(String token) {
    return tokens.get(token);
  }

  private static String given(Map<String, Grant> kept, Grant grant) {
    // 122 random bits are enough for a fake.
    String name = UUID.randomUUID().toString();
    kept.put(name, grant);
    return name;
  }
}
