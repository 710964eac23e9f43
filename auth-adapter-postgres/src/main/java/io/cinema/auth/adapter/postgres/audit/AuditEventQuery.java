package io.cinema.auth.adapter.postgres.audit;

import io.cinema.auth.domain.audit.AuditFilter;
import io.cinema.auth.domain.paging.Cursor;
import io.cinema.auth.domain.paging.PageRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * The statement for one page, with the values that stand for its {@code ?}. It holds only what is
 * asked for: "anything or this" would keep the server from its indexes.
 */
record AuditEventQuery(String sql, List<Object> values) {

  static AuditEventQuery of(AuditFilter filter, PageRequest page) {
    List<String> conditions = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    if (filter.actor() != null) {
      conditions.add("actor_id = ?");
      values.add(filter.actor().value());
    }
    if (filter.targetId() != null) {
      conditions.add("target_id = ?");
      values.add(filter.targetId());
    }
    if (filter.action() != null) {
      conditions.add("action = ?");
      values.add(filter.action().word());
    }
    if (filter.outcome() != null) {
      // Not as a value: an index holds the refused ones alone.
      conditions.add("outcome = '" + filter.outcome().name() + "'");
    }
    if (filter.since() != null) {
      conditions.add("at >= ?");
      values.add(filter.since());
    }
    if (filter.until() != null) {
      conditions.add("at < ?");
      values.add(filter.until());
    }
    Cursor after = page.after();
    if (after != null) {
      conditions.add("(at, id) < (?, ?)");
      values.add(after.at());
      values.add(after.id());
    }
    values.add(page.limit() + 1);
    return new AuditEventQuery(statement(conditions), List.copyOf(values));
  }

  private static String statement(List<String> conditions) {
    String where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions) + "\n";
    return AuditEventSql.SELECT + where + "ORDER BY at DESC, id DESC\nLIMIT ?";
  }
}
