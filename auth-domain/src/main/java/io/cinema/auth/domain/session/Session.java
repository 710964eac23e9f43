package io.cinema.auth.domain.session;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.token.Amr;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in device. One row for its whole life: refreshing moves {@code generation}, nothing is
 * added.
 *
 * @param generation which refresh token is the current one; starts at 1
 * @param authTime when the person proved who they are; refreshing never moves it
 * @param rotatedAt when the current refresh token was made
 * @param expiresAt the absolute end; refreshing never moves it
 * @param idleLimit how long it lives without a refresh
 * @param ended null while it lives, as far as nobody ended it
 */
public record Session(
    SessionId id,
    UserId user,
    int generation,
    Instant authTime,
    Instant rotatedAt,
    Instant expiresAt,
    Duration idleLimit,
    Set<Amr> amr,
    Origin origin,
    @Nullable End ended) {

  /** When and why a session was ended. */
  public record End(Instant at, EndReason reason) {}

  public Session {
    amr = Set.copyOf(amr);
  }

  /** A session as a successful sign-in opens it. */
  public static Session opened(
      SessionId id, UserId user, Set<Amr> amr, Origin origin, Instant now, SessionTerms terms) {
    return new Session(
        id,
        user,
        1,
        now,
        now,
        now.plus(terms.absoluteLife()),
        terms.idleLimit(),
        amr,
        origin,
        null);
  }

  /** Whether it can still be refreshed. */
  public boolean livesAt(Instant now) {
    return ended == null && now.isBefore(refreshableUntil());
  }

  /**
   * When the current refresh token stops working if nothing happens: the idle limit or the absolute
   * end.
   */
  public Instant refreshableUntil() {
    Instant idleEnd = rotatedAt.plus(idleLimit);
    return idleEnd.isBefore(expiresAt) ? idleEnd : expiresAt;
  }

  /** The session after one more refresh. */
  public Session rotated(Instant now, Origin from) {
    return new Session(
        id, user, generation + 1, authTime, now, expiresAt, idleLimit, amr, from, ended);
  }

  /** The same session, as a request from this origin sees it. */
  public Session seenFrom(Origin from) {
    return new Session(
        id, user, generation, authTime, rotatedAt, expiresAt, idleLimit, amr, from, ended);
  }

  /** The session after the person proved who they are in one more way. */
  public Session proved(Amr method) {
    Set<Amr> all = EnumSet.of(method);
    all.addAll(amr);
    return new Session(
        id, user, generation, authTime, rotatedAt, expiresAt, idleLimit, all, origin, ended);
  }

  public Session ended(Instant now, EndReason reason) {
    return new Session(
        id,
        user,
        generation,
        authTime,
        rotatedAt,
        expiresAt,
        idleLimit,
        amr,
        origin,
        new End(now, reason));
  }
}
