package io.cinema.auth.adapter.postgres.audit

import io.cinema.auth.adapter.postgres.OnPostgres
import io.cinema.auth.contracts.AuditEventRepositoryContract

class PostgresAuditEventRepositorySpec extends AuditEventRepositoryContract implements OnPostgres {
}
