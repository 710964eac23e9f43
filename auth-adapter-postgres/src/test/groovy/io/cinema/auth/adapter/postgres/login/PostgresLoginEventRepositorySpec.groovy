package io.cinema.auth.adapter.postgres.login

import io.cinema.auth.adapter.postgres.OnPostgres
import io.cinema.auth.contracts.LoginEventRepositoryContract

class PostgresLoginEventRepositorySpec extends LoginEventRepositoryContract implements OnPostgres {
}
