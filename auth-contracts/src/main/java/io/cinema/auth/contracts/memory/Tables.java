package io.cinema.auth.contracts.memory;

import io.cinema.auth.contracts.fixture.TestIds;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.audit.AuditEvent;
import io.cinema.auth.domain.login.AttemptKey;
import io.cinema.auth.domain.login.Attempts;
import io.cinema.auth.domain.login.LoginEvent;
import io.cinema.auth.domain.login.UserAgent;
import io.cinema.auth.domain.mfa.RecoveryCodeHash;
import io.cinema.auth.domain.mfa.TotpEnrolment;
import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleId;
import io.cinema.auth.domain.role.RoleName;
import io.cinema.auth.domain.session.Revocation;
import io.cinema.auth.domain.session.Session;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.social.SocialIdentity;
import io.cinema.auth.domain.social.SocialLink;
import io.cinema.auth.domain.token.SigningKey;
import java.time.Instant;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of a {@link MemoryDatabase}. All that they hold is immutable, so that a copy of the
 * maps is a snapshot.
 */
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
    Map<UUID, AuditEvent> audit,
    Map<UserId, TotpEnrolment> enrolments,
    Map<UserId, Set<RecoveryCodeHash>> recoveryCodes,
    Map<AttemptKey, Counted> attempts,
    Map<SocialIdentity, SocialLink> socialLinks) {

  /** An agent that a user signed in with once. */
  record KnownAgent(UserId user, UserAgent agent) {}

  /** What is counted under a key, and when that was written. */
  record Counted(Attempts attempts, Instant at) {}

  /** An account with all that is kept of it elsewhere. */
  Optional<User> user(UserId id) {
    return Optional.ofNullable(users.get(id)).map(this::asRead);
  }

  /** All accounts, likewise. */
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

  /** Whether the user has a second factor that is confirmed. */
  private boolean totpEnabled(UserId user) {
    TotpEnrolment enrolment = enrolments.get(user);
    return enrolment != null && enrolment.confirmed();
  }

  /** The account with the roles and the second factor that it has now. */
  User asRead(User user) {
    Set<RoleName> names = rolesOf(user.id()).map(Role::name).collect(Collectors.toSet());
    return user.withState(
        MemoryUserRepository.withKeptElsewhere(user.state(), totpEnabled(user.id()), names));
  }

  static Tables empty() {
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
        new HashMap<>(),
        new HashMap<>(),
        new HashMap<>(),
        new HashMap<>(),
        new HashMap<>());
  }

  Tables copy() {
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
        new HashMap<>(audit),
        new HashMap<>(enrolments),
        new HashMap<>(recoveryCodes),
        new HashMap<>(attempts),
        new HashMap<>(socialLinks));
  }
}
