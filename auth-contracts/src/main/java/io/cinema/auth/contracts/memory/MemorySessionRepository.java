package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.port.SessionRepository;
import io.cinema.auth.domain.session.EndReason;
import io.cinema.auth.domain.session.RefreshToken;
import io.cinema.auth.domain.session.Rotation;
import io.cinema.auth.domain.session.Session;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.token.Amr;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sessions in memory. */
public final class MemorySessionRepository implements SessionRepository {
  private static final int MOST_LISTED = 100;
  private static final Comparator<Session> NEWEST_FIRST =
      Comparator.comparing((Session s) -> s.id().value()).reversed();

  private final MemoryDatabase database;

  public MemorySessionRepository(MemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void save(Session session) {
    database.run(
        t -> {
          if (!t.users().containsKey(session.user())) {
            throw new IllegalStateException("there is no user " + session.user());
          }
          return t.sessions()
              .merge(session.id(), session, (was, saved) -> withAmr(was, saved.amr()));
        });
  }

  @Override
  public Optional<Standing> rotate(RefreshToken token, Origin from, Instant now) {
    return database.run(
        t -> {
          Session session = t.sessions().get(token.session());
          if (session == null || !rotates(session, token, now)) {
            return Optional.empty();
          }
          Session rotated = session.rotated(now, from);
          t.sessions().put(rotated.id(), rotated);
          return standing(t, rotated);
        });
  }

  @Override
  public Optional<Standing> find(SessionId id) {
    return database.run(
        t -> Optional.ofNullable(t.sessions().get(id)).flatMap(s -> standing(t, s)));
  }

  @Override
  public List<Session> listLive(UserId user, Instant now) {
    return database.run(
        t ->
            of(t, user)
                .filter(s -> s.livesAt(now))
                .sorted(NEWEST_FIRST)
                .limit(MOST_LISTED)
                .toList());
  }

  @Override
  public boolean end(UserId user, SessionId id, EndReason reason, Instant now) {
    return database.run(
        t -> {
          Optional<Session> found =
              of(t, user).filter(s -> s.id().equals(id) && s.ended() == null).findAny();
          found.ifPresent(s -> t.sessions().put(id, s.ended(now, reason)));
          return found.isPresent();
        });
  }

  @Override
  public List<SessionId> endAll(
      UserId user, @Nullable SessionId except, EndReason reason, Instant now) {
    return database.run(
        t -> {
          List<Session> ending =
              of(t, user).filter(s -> s.ended() == null && !s.id().equals(except)).toList();
          ending.forEach(s -> t.sessions().put(s.id(), s.ended(now, reason)));
          return ending.stream().map(Session::id).toList();
        });
  }

  @Override
  public int purge(Instant before, int limit) {
    return database.run(
        t -> {
          List<SessionId> over =
              t.sessions().values().stream()
                  .filter(s -> overAt(s).isBefore(before))
                  .limit(limit)
                  .map(Session::id)
                  .toList();
          over.forEach(t.sessions()::remove);
          return over.size();
        });
  }

  private static Session withAmr(Session session, Set<Amr> amr) {
    return new Session(
        session.id(),
        session.user(),
        session.generation(),
        session.authTime(),
        session.rotatedAt(),
        session.expiresAt(),
        session.idleLimit(),
        amr,
        session.origin(),
        session.ended());
  }

  private static boolean rotates(Session session, RefreshToken token, Instant now) {
    return Rotation.decide(session, token.generation(), now, Duration.ZERO)
        instanceof Rotation.Rotate;
  }

  private static Instant overAt(Session session) {
    Session.End end = session.ended();
    Instant ranOut = session.refreshableUntil();
    return end != null && end.at().isBefore(ranOut) ? end.at() : ranOut;
  }

  private static Stream<Session> of(Tables t, UserId user) {
    return t.sessions().values().stream().filter(s -> s.user().equals(user));
  }

  private static Optional<Standing> standing(Tables t, Session session) {
    return t.user(session.user()).map(User::state).map(account -> new Standing(session, account));
  }
}
