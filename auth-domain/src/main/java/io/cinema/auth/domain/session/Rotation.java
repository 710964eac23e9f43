package io.cinema.auth.domain.session;

import java.time.Duration;
import java.time.Instant;

/**
 * The refresh decision: what a presented refresh token gets. Adapters may decide {@link Rotate}
 * inside one compare-and-set statement; everything else is decided here.
 */
public sealed interface Rotation {

  /** The token is the current one: it is replaced by the next generation. */
  record Rotate(int nextGeneration) implements Rotation {}

  /**
   * The token was replaced a moment ago, and its client lost the answer or raced itself: it gets
   * the same successor.
   */
  record Repeat(int currentGeneration) implements Rotation {}

  /**
   * The token was replaced long ago: somebody kept a copy. The session must end. RFC 9700 section
   * 4.14.2.
   */
  record Stolen() implements Rotation {}

  /** The session was ended, ran out, or never had this token. */
  record Over() implements Rotation {}

  /**
   * @param session the session as it stands
   * @param presented the generation of the token that was shown, its signature already checked
   */
  static Rotation decide(Session session, int presented, Instant now, Duration grace) {
    if (!session.livesAt(now) || presented > session.generation()) {
      return new Over();
    }
    if (presented == session.generation()) {
      return new Rotate(presented + 1);
    }
    boolean justReplaced =
        presented == session.generation() - 1 && !now.isAfter(session.rotatedAt().plus(grace));
    return justReplaced ? new Repeat(session.generation()) : new Stolen();
  }
}
