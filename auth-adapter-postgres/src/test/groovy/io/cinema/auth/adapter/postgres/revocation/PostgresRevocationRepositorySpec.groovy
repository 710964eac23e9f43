package io.cinema.auth.adapter.postgres.revocation

import io.cinema.auth.adapter.postgres.OnPostgres
import io.cinema.auth.contracts.RevocationRepositoryContract

class PostgresRevocationRepositorySpec extends RevocationRepositoryContract implements OnPostgres {
}
