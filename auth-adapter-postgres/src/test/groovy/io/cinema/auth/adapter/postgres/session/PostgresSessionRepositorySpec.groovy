package io.cinema.auth.adapter.postgres.session

import io.cinema.auth.adapter.postgres.OnPostgres
import io.cinema.auth.contracts.SessionRepositoryContract

class PostgresSessionRepositorySpec extends SessionRepositoryContract implements OnPostgres {
}
