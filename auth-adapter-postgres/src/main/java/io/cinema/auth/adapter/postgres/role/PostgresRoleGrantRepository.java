package io.cinema.auth.adapter.postgres.role;

import io.cinema.auth.adapter.postgres.PostgresAdapter;
import io.cinema.auth.adapter.postgres.Sql;
import io.cinema.auth.domain.access.Authority;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.port.RoleGrantRepository;
import io.cinema.auth.domain.role.RoleId;
import java.util.Optional;

/** Who holds which role, in {@code auth.user_roles}. */
@PostgresAdapter("RoleGrantRepository")
public class PostgresRoleGrantRepository implements RoleGrantRepository {
  private final Sql sql;

  PostgresRoleGrantRepository(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Granted grant(UserId user, RoleId role) {
    return sql.first(RoleGrantSql.GRANT, RoleGrantSql::granted, user.value(), role.value())
        .orElseThrow();
  }

  @Override
  public boolean revoke(UserId user, RoleId role) {
    return sql.update(RoleGrantSql.REVOKE, user.value(), role.value()) > 0;
  }

  @Override
  public Optional<Authority> authority(UserId user) {
    return RoleGrantSql.authority(
        sql.all(RoleGrantSql.AUTHORITY, RoleGrantSql.AuthorityRow::read, user.value()));
  }
}
