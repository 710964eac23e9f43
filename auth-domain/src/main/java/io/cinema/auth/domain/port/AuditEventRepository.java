package io.cinema.auth.domain.port;

import io.cinema.auth.domain.audit.AuditEvent;
import io.cinema.auth.domain.audit.AuditFilter;
import io.cinema.auth.domain.paging.Page;
import io.cinema.auth.domain.paging.PageRequest;

/** Keeps the audit trail. Lines are added, never changed. */
public interface AuditEventRepository {

  /** Adds an event, in the surrounding unit of work if there is one: both stand, or neither. */
  void record(AuditEvent event);

  /** Events that pass the filter, newest first. */
  Page<AuditEvent> events(AuditFilter filter, PageRequest page);
}
