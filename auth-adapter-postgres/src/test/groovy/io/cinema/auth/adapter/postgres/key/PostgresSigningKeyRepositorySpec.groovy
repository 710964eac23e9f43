package io.cinema.auth.adapter.postgres.key

import io.cinema.auth.adapter.postgres.OnPostgres
import io.cinema.auth.contracts.SigningKeyRepositoryContract

class PostgresSigningKeyRepositorySpec extends SigningKeyRepositoryContract implements OnPostgres {
}
