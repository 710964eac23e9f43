package io.cinema.auth.adapter.postgres.key;

import io.cinema.auth.adapter.postgres.PostgresAdapter;
import io.cinema.auth.domain.port.SigningKeyRepository;
import io.cinema.auth.domain.token.SigningKey;
import java.util.Collection;
import java.util.List;

/** Signing keys in {@code auth.signing_keys}. */
@PostgresAdapter("SigningKeyRepository")
public class PostgresSigningKeyRepository implements SigningKeyRepository {
  private final SigningKeyRows rows;

  PostgresSigningKeyRepository(SigningKeyRows rows) {
    this.rows = rows;
  }

  @Override
  public List<SigningKey> all() {
    return rows.listOrderByGeneration().stream().map(SigningKeyRow::key).toList();
  }

  @Override
  public boolean add(SigningKey key) {
    return rows.add(
            key.id(),
            key.generation(),
            key.createdAt(),
            key.activeFrom(),
            key.publicJwk(),
            key.sealedPrivateJwk().bytes())
        > 0;
  }

  @Override
  public void remove(Collection<SigningKey> keys) {
    if (!keys.isEmpty()) {
      rows.deleteByIdIn(keys.stream().map(SigningKey::id).toList());
    }
  }
}
