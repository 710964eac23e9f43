package io.cinema.auth.adapter.postgres

import io.cinema.auth.contracts.UnitOfWorkContract

class PostgresUnitOfWorkSpec extends UnitOfWorkContract implements OnPostgres {
}
