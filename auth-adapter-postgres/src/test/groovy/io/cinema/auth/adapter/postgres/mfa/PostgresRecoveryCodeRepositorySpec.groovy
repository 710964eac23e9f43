package io.cinema.auth.adapter.postgres.mfa

import io.cinema.auth.adapter.postgres.OnPostgres
import io.cinema.auth.contracts.RecoveryCodeRepositoryContract

class PostgresRecoveryCodeRepositorySpec extends RecoveryCodeRepositoryContract implements OnPostgres {
}
