package io.cinema.auth.domain.port;

import io.cinema.auth.domain.account.AccountState;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.session.EndReason;
import io.cinema.auth.domain.session.RefreshToken;
import io.cinema.auth.domain.session.Session;
import io.cinema.auth.domain.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps sessions. */
public interface SessionRepository {

  /** A session and the account it belongs to, read in one step. */
  record Standing(Session session, AccountState account) {}

  /**
   * Adds a session. Of one that is there already it writes only by what methods the person has
   * proved who they are.
   */
  void save(Session session);

  /**
   * Moves a live session to its next generation if the token is the current one: an atomic
   * compare-and-set, so that of many parallel calls with one token exactly one gets an answer.
   *
   * @param from where the request came from; becomes the session's origin
   * @return the session after the rotation and its account, or empty when the token is not current
   *     or the session is over
   */
  Optional<Standing> rotate(RefreshToken token, Origin from, Instant now);

  Optional<Standing> find(SessionId id);

  /** The sessions of a user that can still be refreshed, newest sign-in first, at most 100. */
  List<Session> listLive(UserId user, Instant now);

  /**
   * Ends a session of this user.
   *
   * @return whether it was there and had not been ended
   */
  boolean end(UserId user, SessionId id, EndReason reason, Instant now);

  /**
   * Ends all sessions of a user.
   *
   * @param except one that stays, or null
   * @return those that were ended by this call
   */
  List<SessionId> endAll(UserId user, @Nullable SessionId except, EndReason reason, Instant now);

  /**
   * Forgets sessions that ended, or could no longer be refreshed, before the given time.
   *
   * @param limit most sessions to forget in one call
   * @return how many were forgotten
   */
  int purge(Instant before, int limit);
}
