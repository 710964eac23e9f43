package io.cinema.auth.domain.session;

import java.time.Duration;

/**
 * How long sessions live.
 *
 * @param absoluteLife from sign-in to the end, whatever happens
 * @param idleLimit the longest time between two refreshes
 * @param grace how long after a rotation the token it replaced still gets the same successor
 */
public record SessionTerms(Duration absoluteLife, Duration idleLimit, Duration grace) {
  public static final SessionTerms DEFAULT =
      new SessionTerms(Duration.ofDays(30), Duration.ofDays(7), Duration.ofSeconds(10));

  public SessionTerms {
    if (!absoluteLife.isPositive() || !idleLimit.isPositive() || grace.isNegative()) {
      throw new IllegalArgumentException(
          "a session needs a positive life and idle limit, and no negative grace");
    }
  }
}
