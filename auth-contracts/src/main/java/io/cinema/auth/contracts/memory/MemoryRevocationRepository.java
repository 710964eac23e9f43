package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.port.RevocationRepository;
import io.cinema.auth.domain.session.Revocation;
import io.cinema.auth.domain.session.Session;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The truth about revoked tokens in memory. */
public final class MemoryRevocationRepository implements RevocationRepository {
  private final MemoryDatabase database;

  public MemoryRevocationRepository(MemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(Collection<Revocation> revocations) {
    database.run(
        t -> {
          revocations.forEach(r -> t.revocations().put(r, false));
          return true;
        });
  }

  @Override
  public boolean isRevoked(VerifiedAccessToken token) {
    return database.run(t -> !counts(t, token));
  }

  @Override
  public List<Revocation> standing(Instant now) {
    return database.run(
        t -> t.revocations().keySet().stream().filter(r -> r.until().isAfter(now)).toList());
  }

  /** Other calls wait while the publisher works. */
  @Override
  public int relay(int limit, Consumer<List<Revocation>> publisher) {
    return database.run(
        t -> {
          List<Revocation> waiting =
              t.revocations().entrySet().stream()
                  .filter(entry -> !entry.getValue())
                  .limit(limit)
                  .map(Map.Entry::getKey)
                  .toList();
          if (!waiting.isEmpty()) {
            publisher.accept(waiting);
            waiting.forEach(r -> t.revocations().put(r, true));
          }
          return waiting.size();
        });
  }

  @Override
  public int purge(Instant before) {
    return database.run(
        t -> {
          int was = t.revocations().size();
          t.revocations().keySet().removeIf(r -> r.until().isBefore(before));
          return was - t.revocations().size();
        });
  }

  private static boolean counts(Tables t, VerifiedAccessToken token) {
    User user = t.users().get(token.user());
    Session session = t.sessions().get(token.session());
    return user != null
        && user.state().disabledAt() == null
        && token.version() >= user.state().tokenVersion()
        && session != null
        && session.user().equals(token.user())
        && session.ended() == null
        && t.revocations().keySet().stream().noneMatch(r -> names(r, token));
  }

  private static boolean names(Revocation revocation, VerifiedAccessToken token) {
    return revocation.user().equals(token.user())
        && revocation.subject().equals(new Revocation.Token(token.jti()));
  }
}
