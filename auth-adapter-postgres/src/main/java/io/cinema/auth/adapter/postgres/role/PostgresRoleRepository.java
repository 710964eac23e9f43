package io.cinema.auth.adapter.postgres.role;

import io.cinema.auth.adapter.postgres.PostgresAdapter;
import io.cinema.auth.adapter.postgres.Sql;
import io.cinema.auth.adapter.postgres.SqlState;
import io.cinema.auth.adapter.postgres.Transactions;
import io.cinema.auth.domain.port.RoleRepository;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleId;
import io.cinema.auth.domain.role.RoleName;
import io.micronaut.data.exceptions.DataAccessException;
import java.util.List;
import java.util.Optional;

/** Roles in {@code auth.roles}. */
@PostgresAdapter("RoleRepository")
public class PostgresRoleRepository implements RoleRepository {
  private final Sql sql;
  private final Transactions transactions;

  PostgresRoleRepository(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  @Override
  public boolean add(Role role) {
    return sql.update(
            RoleSql.INSERT,
            role.id().value(),
            role.name().value(),
            role.permissions().words(),
            role.description())
        > 0;
  }

  @Override
  public Optional<Role> find(RoleId id) {
    return sql.first(RoleSql.BY_ID, RoleSql::read, id.value());
  }

  @Override
  public Optional<Role> findByName(RoleName name) {
    return sql.first(RoleSql.BY_NAME, RoleSql::read, name.value());
  }

  @Override
  public List<Role> all() {
    return sql.all(RoleSql.ALL, RoleSql::read);
  }

  @Override
  public Optional<Role> lock(RoleId id) {
    return sql.first(RoleSql.LOCK, RoleSql::read, id.value());
  }

  @Override
  public boolean update(Role role) {
    try {
      if (transactions.undoable(() -> write(role)) == 0) {
        throw new IllegalStateException("there is no role " + role.id());
      }
      return true;
    } catch (DataAccessException refused) {
      if (SqlState.UNIQUE_VIOLATION.caused(refused)) {
        return false;
      }
      throw refused;
    }
  }

  @Override
  public boolean remove(RoleId id) {
    return sql.update(RoleSql.DELETE, id.value()) > 0;
  }

  private int write(Role role) {
    return sql.update(
        RoleSql.UPDATE,
        role.name().value(),
        role.permissions().words(),
        role.description(),
        role.id().value());
  }
}
