package io.cinema.auth.adapter.postgres.session;

import io.cinema.auth.adapter.postgres.Columns;
import io.cinema.auth.adapter.postgres.PostgresAdapter;
import io.cinema.auth.adapter.postgres.Sql;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.port.SessionRepository;
import io.cinema.auth.domain.session.EndReason;
import io.cinema.auth.domain.session.RefreshToken;
import io.cinema.auth.domain.session.Session;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.token.Amr;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions in {@code auth.sessions}. */
@PostgresAdapter("SessionRepository")
public class PostgresSessionRepository implements SessionRepository {
  private final Sql sql;

  PostgresSessionRepository(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void save(Session session) {
    Session.End end = session.ended();
    int _ =
        sql.update(
            SessionSql.SAVE,
            session.id().value(),
            session.user().value(),
            session.generation(),
            session.authTime(),
            session.rotatedAt(),
            session.expiresAt(),
            session.idleLimit().dividedBy(ChronoUnit.MICROS.getDuration()),
            session.amr().stream().map(Amr::claim).sorted().toList(),
            session.origin().ip(),
            session.origin().agent().value(),
            end == null ? null : end.at(),
            end == null ? null : end.reason().name());
  }

  @Override
  public Optional<Standing> rotate(RefreshToken token, Origin from, Instant now) {
    return sql.first(
        SessionSql.ROTATE,
        SessionSql::standing,
        now,
        from.ip(),
        from.agent().value(),
        token.session().value(),
        token.generation(),
        now,
        now);
  }

  @Override
  public Optional<Standing> find(SessionId id) {
    return sql.first(SessionSql.FIND, SessionSql::standing, id.value());
  }

  @Override
  public List<Session> listLive(UserId user, Instant now) {
    return sql.all(SessionSql.LIST_LIVE, SessionSql::session, user.value(), now, now);
  }

  @Override
  public boolean end(UserId user, SessionId id, EndReason reason, Instant now) {
    return sql.update(SessionSql.END, now, reason.name(), id.value(), user.value()) > 0;
  }

  @Override
  public List<SessionId> endAll(
      UserId user, @Nullable SessionId except, EndReason reason, Instant now) {
    return sql.all(
        SessionSql.END_ALL,
        row -> new SessionId(Columns.uuid(row, "id")),
        now,
        reason.name(),
        user.value(),
        except == null ? null : except.value());
  }

  @Override
  public int purge(Instant before, int limit) {
    return sql.update(SessionSql.PURGE, before, before, before, limit);
  }
}
