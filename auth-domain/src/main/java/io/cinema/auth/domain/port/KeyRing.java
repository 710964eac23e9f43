package io.cinema.auth.domain.port;

import io.cinema.auth.domain.token.SigningKey;
import java.util.List;

/** The opened keys that this node signs and verifies with. */
public interface KeyRing {

  /**
   * Replaces the keys.
   *
   * @param published all keys whose signatures count; {@link
   *     io.cinema.auth.domain.token.KeySchedule#active} of them signs
   * @throws IllegalStateException when a key can't be opened, as under another master key; the keys
   *     loaded before stay
   */
  void load(List<SigningKey> published);
}
