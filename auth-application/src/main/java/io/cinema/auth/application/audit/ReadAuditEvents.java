package io.cinema.auth.application.audit;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.domain.audit.AuditEvent;
import io.cinema.auth.domain.audit.AuditFilter;
import io.cinema.auth.domain.paging.Page;
import io.cinema.auth.domain.paging.PageRequest;

/** Reads the audit trail, newest first; asks for {@code audit:read}. */
public interface ReadAuditEvents {

  Page<AuditEvent> read(Administrator by, AuditFilter filter, PageRequest page);
}
