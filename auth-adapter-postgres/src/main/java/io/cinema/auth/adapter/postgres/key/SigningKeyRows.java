package io.cinema.auth.adapter.postgres.key;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Reads and writes {@code auth.signing_keys}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SigningKeyRows extends GenericRepository<SigningKeyRow, String> {

  List<SigningKeyRow> listOrderByGeneration();

  @Query(
      """
      INSERT INTO auth.signing_keys (
          id, generation, created_at, active_from, public_jwk, sealed_private_jwk)
      VALUES (:id, :generation, :createdAt, :activeFrom, :publicJwk, :sealedPrivateJwk)
      ON CONFLICT (generation) DO NOTHING
      """)
  int add(
      String id,
      int generation,
      Instant createdAt,
      Instant activeFrom,
      String publicJwk,
      byte[] sealedPrivateJwk);

  void deleteByIdIn(Collection<String> ids);
}
