package io.cinema.auth.adapter.postgres.account

import io.cinema.auth.adapter.postgres.OnPostgres
import io.cinema.auth.contracts.UserRepositoryContract

class PostgresUserRepositorySpec extends UserRepositoryContract implements OnPostgres {
}
