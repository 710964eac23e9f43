package io.cinema.auth.adapter.postgres.mfa

import io.cinema.auth.adapter.postgres.OnPostgres
import io.cinema.auth.contracts.TotpEnrolmentRepositoryContract

class PostgresTotpEnrolmentRepositorySpec extends TotpEnrolmentRepositoryContract implements OnPostgres {
}
