package io.cinema.auth.domain.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which signing key does what, decided by the clock alone: no node has to be told, none can
 * disagree for longer than its clock is off.
 *
 * @param period how long a key signs before the next takes over
 * @param notice how long a key is published before it signs; longer than the verifiers cache the
 *     key set
 * @param remembrance how long a key stays published after its last signature; at least the life of
 *     an access token
 */
public record KeySchedule(Duration period, Duration notice, Duration remembrance) {

  private static final Comparator<SigningKey> ORDER =
      Comparator.comparingInt(SigningKey::generation);

  public KeySchedule {
    if (!notice.isPositive() || period.compareTo(notice) <= 0) {
      throw new IllegalArgumentException(
          "a signing key needs a notice, and a longer period than that");
    }
  }

  /** The key that signs now: the newest that is active. Empty before the first key was made. */
  public Optional<SigningKey> active(List<SigningKey> keys, Instant now) {
    return keys.stream().filter(k -> !k.activeFrom().isAfter(now)).max(ORDER);
  }

  /**
   * The keys whose signatures count and that verifiers should see: next, active and just retired,
   * oldest first.
   */
  public List<SigningKey> published(List<SigningKey> keys, Instant now) {
    return keys.stream().filter(k -> !forgotten(k, keys, now)).sorted(ORDER).toList();
  }

  /** The keys that nobody needs any more. */
  public List<SigningKey> forgotten(List<SigningKey> keys, Instant now) {
    return keys.stream().filter(k -> forgotten(k, keys, now)).toList();
  }

  /**
   * When the next key should start to sign, if it is time to make one; the first key starts at
   * once.
   */
  public Optional<Instant> due(List<SigningKey> keys, Instant now) {
    Optional<SigningKey> newest = keys.stream().max(ORDER);
    if (newest.isEmpty()) {
      return Optional.of(now);
    }
    Instant takeover = newest.get().activeFrom().plus(period);
    if (now.isBefore(takeover.minus(notice))) {
      return Optional.empty();
    }
    Instant soonest = now.plus(notice);
    return Optional.of(takeover.isBefore(soonest) ? soonest : takeover);
  }

  private boolean forgotten(SigningKey key, List<SigningKey> keys, Instant now) {
    return keys.stream()
        .filter(k -> k.generation() > key.generation())
        .map(SigningKey::activeFrom)
        .min(Comparator.naturalOrder())
        .map(successorFrom -> successorFrom.plus(remembrance).isBefore(now))
        .orElse(false);
  }
}
