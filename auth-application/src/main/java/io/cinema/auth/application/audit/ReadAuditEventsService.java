package io.cinema.auth.application.audit;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.audit.AuditEvent;
import io.cinema.auth.domain.audit.AuditFilter;
import io.cinema.auth.domain.paging.Page;
import io.cinema.auth.domain.paging.PageRequest;
import io.cinema.auth.domain.port.AuditEventRepository;

public final class ReadAuditEventsService implements ReadAuditEvents {
  private final AuditEventRepository events;

  public ReadAuditEventsService(AuditEventRepository events) {
    this.events = events;
  }

  @Override
  public Page<AuditEvent> read(Administrator by, AuditFilter filter, PageRequest page) {
    by.require(AdminPermission.AUDIT_READ);
    return events.events(filter, page);
  }
}
