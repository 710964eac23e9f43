package io.cinema.auth.adapter.postgres.role

import io.cinema.auth.adapter.postgres.OnPostgres
import io.cinema.auth.contracts.RoleRepositoryContract

class PostgresRoleRepositorySpec extends RoleRepositoryContract implements OnPostgres {
}
