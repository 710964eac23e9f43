package io.cinema.auth.domain.login;

import java.time.Duration;
import java.time.Instant;

/**
 * How guessing is slowed down (OWASP ASVS 5.0, 6.3.1; NIST SP 800-63B-4, 3.2.2). An account that is
 * locked hears nobody, its owner included: whoever could tell a right guess by the answer would go
 * on guessing.
 *
 * @param password for the passwords of one account
 * @param code for its second factor; guessed by those who have the password, so the locks may be
 *     long
 * @param address for all of one address, where many people may be
 */
public record LoginThrottle(ThrottleLimits password, ThrottleLimits code, ThrottleLimits address) {
  public static final LoginThrottle DEFAULT =
      new LoginThrottle(
          new ThrottleLimits(
              5, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofMinutes(15)),
          new ThrottleLimits(5, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(1)),
          new ThrottleLimits(
              100, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofSeconds(10)));

  /** What is counted under the key after one more wrong guess. */
  public Attempts failed(AttemptKey key, Attempts before, Instant now) {
    return limits(key).failed(before, now);
  }

  /** What was last written before this long ago is worth nothing. */
  public Duration memory() {
    Duration longest = password.memory();
    longest = code.memory().compareTo(longest) > 0 ? code.memory() : longest;
    return address.memory().compareTo(longest) > 0 ? address.memory() : longest;
  }

  private ThrottleLimits limits(AttemptKey key) {
    return switch (key.subject()) {
      case AttemptKey.Address _ -> address;
      case AttemptKey.Account _, AttemptKey.Name _ ->
          switch (key.kind()) {
            case PASSWORD -> password;
            case CODE -> code;
          };
    };
  }
}
