package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.mfa.RecoveryCodeHash;
import io.cinema.auth.domain.port.RecoveryCodeRepository;
import java.util.HashSet;
import java.util.Set;

/** Recovery codes in memory. */
public final class MemoryRecoveryCodeRepository implements RecoveryCodeRepository {
  private final MemoryDatabase database;

  public MemoryRecoveryCodeRepository(MemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void replace(UserId user, Set<RecoveryCodeHash> codes) {
    database.run(
        t -> {
          if (!t.users().containsKey(user)) {
            throw new IllegalStateException("there is no user " + user);
          }
          return t.recoveryCodes().put(user, Set.copyOf(codes));
        });
  }

  @Override
  public boolean use(UserId user, RecoveryCodeHash code) {
    return database.run(
        t -> {
          Set<RecoveryCodeHash> left = new HashSet<>(of(t, user));
          boolean was = left.remove(code);
          t.recoveryCodes().put(user, Set.copyOf(left));
          return was;
        });
  }

  @Override
  public int left(UserId user) {
    return database.run(t -> of(t, user).size());
  }

  private static Set<RecoveryCodeHash> of(Tables t, UserId user) {
    return t.recoveryCodes().getOrDefault(user, Set.of());
  }
}
