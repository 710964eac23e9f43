package io.cinema.auth.adapter.postgres.role

import io.cinema.auth.adapter.postgres.OnPostgres
import io.cinema.auth.contracts.RoleGrantRepositoryContract

class PostgresRoleGrantRepositorySpec extends RoleGrantRepositoryContract implements OnPostgres {
}
