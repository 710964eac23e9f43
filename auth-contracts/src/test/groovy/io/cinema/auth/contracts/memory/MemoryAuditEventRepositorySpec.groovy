package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.AuditEventRepositoryContract
import io.cinema.auth.domain.port.AuditEventRepository
import io.cinema.auth.domain.port.UnitOfWork

class MemoryAuditEventRepositorySpec extends AuditEventRepositoryContract {
    private final MemoryDatabase database = new MemoryDatabase()
    private final AuditEventRepository auditEvents = new MemoryAuditEventRepository(database)
    private final UnitOfWork unitOfWork = new MemoryUnitOfWork(database)

    @Override
    AuditEventRepository auditEvents() {
        auditEvents
    }

    @Override
    UnitOfWork unitOfWork() {
        unitOfWork
    }
}
