package io.cinema.auth.contracts.memory;

import io.cinema.auth.contracts.fixture.TestIds;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.audit.AuditEvent;
import io.cinema.auth.domain.login.LoginEvent;
import io.cinema.auth.domain.login.UserAgent;
import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleId;
import io.cinema.auth.domain.role.RoleName;
import io.cinema.auth.domain.session.Revocation;
import io.cinema.auth.domain.session.Session;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.token.SigningKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
      NavigableMap<Integer, SigningKey> keys,
      Map<RoleId, Role> roles,
      Map<UserId, Set<RoleId>> grants,
      Map<UUID, AuditEvent> audit) {

    /** An account with the roles that it holds now. */
    Optional<User> user(UserId id) {
      return Optional.ofNullable(users.get(id)).map(this::asRead);
    }

    /** All accounts, each with the roles that it holds now. */
    Stream<User> accounts() {
      return users.values().stream().map(this::asRead);
    }

    Optional<Role> role(RoleName name) {
      return roles.values().stream().filter(role -> role.name().equals(name)).findAny();
    }

    Stream<Role> rolesOf(UserId user) {
      return grants.getOrDefault(user, Set.of()).stream()
          .map(id -> Objects.requireNonNull(roles.get(id)));
    }

    /**
     * @return whether the user did not hold the role before
     */
    boolean grant(UserId user, RoleId role) {
      Set<RoleId> held = new HashSet<>(grants.getOrDefault(user, Set.of()));
      boolean isNew = held.add(role);
      grants.put(user, Set.copyOf(held));
      return isNew;
    }

    /**
     * @return whether the user held the role
     */
    boolean revoke(UserId user, RoleId role) {
      Set<RoleId> held = new HashSet<>(grants.getOrDefault(user, Set.of()));
      boolean was = held.remove(role);
      grants.put(user, Set.copyOf(held));
      return was;
    }

    /** The role of that name, made without permissions when it is not there. */
    private RoleId named(RoleName name) {
      return role(name)
          .orElseGet(
              () -> {
                Role made = new Role(TestIds.role(), name, PermissionSet.NONE, "");
                roles.put(made.id(), made);
                return made;
              })
          .id();
    }

    /** Makes what is not there of the roles, and grants them all. */
    void grantNamed(UserId user, Collection<RoleName> names) {
      names.forEach(name -> grant(user, named(name)));
    }

    /** The account with the roles that it holds now. */
    User asRead(User user) {
      Set<RoleName> names = rolesOf(user.id()).map(Role::name).collect(Collectors.toSet());
      return user.withState(MemoryUserRepository.withRoles(user.state(), names));
    }

    private static Tables empty() {
      return new Tables(
          new HashMap<>(),
          new HashMap<>(),
          new HashMap<>(),
          new HashMap<>(),
          new HashSet<>(),
          new LinkedHashMap<>(),
          new TreeMap<>(),
          new HashMap<>(),
          new HashMap<>(),
          new HashMap<>());
    }

    private Tables copy() {
      return new Tables(
          new HashMap<>(users),
          new HashMap<>(lastAgents),
          new HashMap<>(sessions),
          new HashMap<>(events),
          new HashSet<>(knownAgents),
          new LinkedHashMap<>(revocations),
          new TreeMap<>(keys),
          new HashMap<>(roles),
          new HashMap<>(grants),
          new HashMap<>(audit));
    }
  }

  /** An agent that a user signed in with once. */
  record KnownAgent(UserId user, UserAgent agent) {}

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
