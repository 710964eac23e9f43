package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.access.Authority;
import io.cinema.auth.domain.account.AccountState;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.port.RoleGrantRepository;
import io.cinema.auth.domain.role.RoleId;
import java.util.Optional;

/** Who holds which role, in memory. */
public final class MemoryRoleGrantRepository implements RoleGrantRepository {
  private final MemoryDatabase database;

  public MemoryRoleGrantRepository(MemoryDatabase database) {
    this.database = database;
  }

  @Override
  public Granted grant(UserId user, RoleId role) {
    return database.run(
        t -> {
          if (!t.users().containsKey(user) || !t.roles().containsKey(role)) {
            return Granted.NOT_THERE;
          }
          return t.grant(user, role) ? Granted.GRANTED : Granted.HELD_ALREADY;
        });
  }

  @Override
  public boolean revoke(UserId user, RoleId role) {
    return database.run(t -> t.revoke(user, role));
  }

  @Override
  public Optional<Authority> authority(UserId user) {
    return database.run(
        t -> Optional.ofNullable(t.users().get(user)).map(User::state).map(s -> authority(t, s)));
  }

  private static Authority authority(Tables t, AccountState state) {
    return new Authority(
        state.id(), state.superuser(), state.disabledAt() != null, t.rolesOf(state.id()).toList());
  }
}
