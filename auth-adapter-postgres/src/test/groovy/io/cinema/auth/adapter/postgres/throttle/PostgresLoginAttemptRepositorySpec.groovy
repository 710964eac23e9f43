package io.cinema.auth.adapter.postgres.throttle

import io.cinema.auth.adapter.postgres.OnPostgres
import io.cinema.auth.contracts.LoginAttemptRepositoryContract

class PostgresLoginAttemptRepositorySpec extends LoginAttemptRepositoryContract implements OnPostgres {
}
