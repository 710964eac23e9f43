package io.cinema.auth.adapter.postgres.revocation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads and writes {@code auth.revocations}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RevocationRows extends GenericRepository<RevocationRow, Long> {

  void saveAll(Iterable<RevocationRow> rows);

  @Query("SELECT id, user_id, kind, value, until FROM auth.revocations WHERE until > :now")
  List<RevocationRow> standing(Instant now);

  /** Rows that another node is relaying are passed over. */
  @Query(
      """
      SELECT id, user_id, kind, value, until
      FROM auth.revocations
      WHERE relayed_at IS NULL
      ORDER BY id
      LIMIT :limit
      FOR UPDATE SKIP LOCKED
      """)
  List<RevocationRow> takeWaiting(int limit);

  @Query("UPDATE auth.revocations SET relayed_at = now() WHERE id = ANY (:ids)")
  void markRelayed(@TypeDef(type = DataType.LONG_ARRAY) List<Long> ids);

  @Query("DELETE FROM auth.revocations WHERE until < :before")
  int purge(Instant before);

  /** Whether this session of this user lives, and tokens of this version count. */
  @Query(
      """
      SELECT EXISTS (
          SELECT
          FROM auth.sessions AS session
          JOIN auth.user_service_info AS info ON info.user_id = session.user_id
          WHERE session.id = :session
            AND session.user_id = :user
            AND session.revoked_at IS NULL
            AND info.disabled_at IS NULL
            AND info.token_version <= :version
      ) AND NOT EXISTS (
          SELECT
          FROM auth.revocations
          WHERE user_id = :user AND kind = 'TOKEN' AND value = :jti
      )
      """)
  boolean counts(UUID session, UUID user, long version, String jti);
}
