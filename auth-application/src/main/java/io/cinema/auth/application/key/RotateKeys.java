package io.cinema.auth.application.key;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.domain.token.SigningKey;

/**
 * Makes the next signing key ahead of its time; asks for {@code keys:write}. Tokens that older keys
 * signed count on until they expire.
 */
public interface RotateKeys {

  /** When the new key starts to sign. */
  enum Pace {
    /** After the usual notice, so that verifiers that cache the key set know it by then. */
    WITH_NOTICE,
    /** As soon as all nodes know it. Verifiers that cache the key set may refuse new tokens. */
    SOON
  }

  /** What came of it. */
  sealed interface Result {}

  record Rotated(SigningKey next) implements Result {}

  /** A key that was made before takes over no later than the new one would have. */
  record AlreadyComing(SigningKey next) implements Result {}

  Result rotate(Administrator by, Pace pace);
}
