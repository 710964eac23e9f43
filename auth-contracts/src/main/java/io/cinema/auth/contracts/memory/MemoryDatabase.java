package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.LoginEvent;
import io.cinema.auth.domain.login.UserAgent;
import io.cinema.auth.domain.role.RoleName;
import io.cinema.auth.domain.session.Revocation;
import io.cinema.auth.domain.session.Session;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.token.SigningKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the memory repositories keep, in one place, so that {@link MemoryUnitOfWork} can roll it
 * back as one. One call at a time: a transaction keeps all others waiting until it ends.
 */
public final class MemoryDatabase {

  /** The tables. All that they hold is immutable, so that a copy of the maps is a snapshot. */
  record Tables(
      Map<UserId, User> users,
      Map<UserId, UserAgent> lastAgents,
      Map<SessionId, Session> sessions,
      Map<UUID, LoginEvent> events,
      Set<KnownAgent> knownAgents,
      Map<Revocation, Boolean> revocations,
      NavigableMap<Integer, SigningKey> keys) {

    private static Tables empty() {
      return new Tables(
          new HashMap<>(),
          new HashMap<>(),
          new HashMap<>(),
          new HashMap<>(),
          new HashSet<>(),
          new LinkedHashMap<>(),
          new TreeMap<>());
    }

    private Tables copy() {
      return new Tables(
          new HashMap<>(users),
          new HashMap<>(lastAgents),
          new HashMap<>(sessions),
          new HashMap<>(events),
          new HashSet<>(knownAgents),
          new LinkedHashMap<>(revocations),
          new TreeMap<>(keys));
    }
  }

  /** An agent that a user signed in with once. */
  record KnownAgent(UserId user, UserAgent agent) {}

  private final ReentrantLock lock = new ReentrantLock();
  private Tables tables = Tables.empty();

  /** Grants a role, for tests: there is no other way to one in memory. */
  public void grant(UserId user, RoleName role) {
    run(
        t -> {
          User was = Optional.ofNullable(t.users.get(user)).orElseThrow();
          Set<RoleName> roles = new HashSet<>(was.state().roles());
          roles.add(role);
          return t.users.put(
              user, was.withState(MemoryUserRepository.withRoles(was.state(), roles)));
        });
  }

  /** The agent of a user's last sign-in, for tests: no port tells it. */
  public Optional<UserAgent> lastAgent(UserId user) {
    return run(t -> Optional.ofNullable(t.lastAgents.get(user)));
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
