package io.cinema.auth.adapter.postgres.login;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads {@code auth.login_events}: each page is one walk along an index, whatever its place. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LoginEventRows extends GenericRepository<LoginEventRow, UUID> {

  String COLUMNS =
      "id, user_id, at, result, method, provider, ip, user_agent, new_agent, session_id";

  @Query(
      "SELECT "
          + COLUMNS
          + """

            FROM auth.login_events
            WHERE user_id = :user
            ORDER BY at DESC, id DESC
            LIMIT :limit
            """)
  List<LoginEventRow> newest(UUID user, int limit);

  @Query(
      "SELECT "
          + COLUMNS
          + """

            FROM auth.login_events
            WHERE user_id = :user AND (at, id) < (:at, :id)
            ORDER BY at DESC, id DESC
            LIMIT :limit
            """)
  List<LoginEventRow> after(UUID user, Instant at, UUID id, int limit);
}
