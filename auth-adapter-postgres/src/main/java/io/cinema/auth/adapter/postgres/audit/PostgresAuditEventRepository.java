package io.cinema.auth.adapter.postgres.audit;

import io.cinema.auth.adapter.postgres.PostgresAdapter;
import io.cinema.auth.adapter.postgres.Sql;
import io.cinema.auth.domain.audit.Actor;
import io.cinema.auth.domain.audit.AuditEvent;
import io.cinema.auth.domain.audit.AuditFilter;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.paging.Cursor;
import io.cinema.auth.domain.paging.Page;
import io.cinema.auth.domain.paging.PageRequest;
import io.cinema.auth.domain.port.AuditEventRepository;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit trail in {@code auth.audit_events}. */
@PostgresAdapter("AuditEventRepository")
public class PostgresAuditEventRepository implements AuditEventRepository {
  private final Sql sql;

  PostgresAuditEventRepository(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void record(AuditEvent event) {
    switch (event.actor()) {
      case Actor.Person(var user, var origin) ->
          insert(
              event, AuditEventSql.PERSON, user.value(), origin.ip(), origin.agent().value(), null);
      case Actor.Console(var operator) ->
          insert(event, AuditEventSql.CONSOLE, null, null, null, operator);
    }
  }

  @Override
  public Page<AuditEvent> events(AuditFilter filter, PageRequest page) {
    AuditEventQuery query = AuditEventQuery.of(filter, page);
    return Page.of(
        sql.allPlannedAnew(query.sql(), AuditEventSql::read, query.values().toArray()),
        page.limit(),
        event -> new Cursor(event.at(), event.id()));
  }

  private void insert(
      AuditEvent event,
      String kind,
      @Nullable UUID person,
      @Nullable String ip,
      @Nullable String agent,
      @Nullable String operator) {
    AuditTarget target = event.target();
    int _ =
        sql.update(
            AuditEventSql.INSERT,
            event.id(),
            event.at(),
            kind,
            person,
            ip,
            agent,
            operator,
            event.action().word(),
            target == null ? null : target.kind(),
            target == null ? null : target.id(),
            event.outcome().name(),
            event.reason(),
            event.detail().keySet(),
            event.detail().values());
  }
}
