package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.port.SigningKeyRepository;
import io.cinema.auth.domain.token.SigningKey;
import java.util.Collection;
import java.util.List;

/** Signing keys in memory. */
public final class MemorySigningKeyRepository implements SigningKeyRepository {
  private final MemoryDatabase database;

  public MemorySigningKeyRepository(MemoryDatabase database) {
    this.database = database;
  }

  @Override
  public List<SigningKey> all() {
    return database.run(t -> List.copyOf(t.keys().values()));
  }

  @Override
  public boolean add(SigningKey key) {
    return database.run(t -> t.keys().putIfAbsent(key.generation(), key) == null);
  }

  @Override
  public void remove(Collection<SigningKey> keys) {
    database.run(t -> t.keys().values().removeAll(List.copyOf(keys)));
  }
}
