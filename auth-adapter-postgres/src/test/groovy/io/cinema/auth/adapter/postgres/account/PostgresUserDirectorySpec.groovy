package io.cinema.auth.adapter.postgres.account

import io.cinema.auth.adapter.postgres.OnPostgres
import io.cinema.auth.contracts.UserDirectoryContract

class PostgresUserDirectorySpec extends UserDirectoryContract implements OnPostgres {
}
