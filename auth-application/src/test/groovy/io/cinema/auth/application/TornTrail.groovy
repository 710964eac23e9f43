package io.cinema.auth.application

import io.cinema.auth.domain.audit.AuditEvent
import io.cinema.auth.domain.audit.AuditFilter
import io.cinema.auth.domain.paging.Page
import io.cinema.auth.domain.paging.PageRequest
import io.cinema.auth.domain.port.AuditEventRepository

/** A trail that can't be written. */
class TornTrail implements AuditEventRepository {
    @Override
    void record(AuditEvent event) {
        throw new IllegalStateException("the disk is full")
    }

    @Override
    Page<AuditEvent> events(AuditFilter filter, PageRequest page) {
        new Page<AuditEvent>([], null)
    }
}
