package io.cinema.auth.domain.port;

import io.cinema.auth.domain.token.SigningKey;
import java.util.Collection;
import java.util.List;

/** Keeps signing keys. */
public interface SigningKeyRepository {

  /** All keys, oldest generation first. */
  List<SigningKey> all();

  /**
   * Adds a key unless its generation is taken: of nodes that make the next key at once, one
   * succeeds.
   *
   * @return whether it was added
   */
  boolean add(SigningKey key);

  void remove(Collection<SigningKey> keys);
}
