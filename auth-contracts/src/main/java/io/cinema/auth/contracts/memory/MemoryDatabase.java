package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.UserAgent;
import io.cinema.auth.domain.role.RoleName;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the memory repositories keep, in one place, so that {@link MemoryUnitOfWork} can roll it
 * back as one. One call at a time: a transaction keeps all others waiting until it ends.
 */
public final class MemoryDatabase {
  private final ReentrantLock lock = new ReentrantLock();
  private Tables tables = Tables.empty();

  /** Grants a role by name, for tests. A role that is not there is made, without permissions. */
  public void grant(UserId user, RoleName role) {
    run(
        t -> {
          User _ = t.user(user).orElseThrow();
          t.grantNamed(user, Set.of(role));
          return true;
        });
  }

  /** The agent of a user's last sign-in, for tests: no port tells it. */
  public Optional<UserAgent> lastAgent(UserId user) {
    return run(t -> Optional.ofNullable(t.lastAgents().get(user)));
  }

  /** Reads or writes the tables, alone, inside the transaction of this thread if there is one. */
  <T extends @org.jspecify.annotations.Nullable Object> T run(Function<Tables, T> work) {
    lock.lock();
    try {
      return work.apply(tables);
    } finally {
      lock.unlock();
    }
  }

  /** Runs the work alone, and takes back all it wrote when it throws. */
  <T> T transaction(Supplier<T> work) {
    lock.lock();
    try {
      if (lock.getHoldCount() > 1) {
        return work.get();
      }
      Tables before = tables.copy();
      boolean done = false;
      try {
        T answer = work.get();
        done = true;
        return answer;
      } finally {
        if (!done) {
          tables = before;
        }
      }
    } finally {
      lock.unlock();
    }
  }
}
