package io.cinema.auth.domain.port;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something outside cannot answer now. The only exception that an adapter throws through a port.
 */
public final class PortUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is the matter. */
  public enum Reason {
    /** A backend is away or too slow. */
    DOWN,
    /** We have more work than we can do in time. */
    OVERLOADED
  }

  private final Reason reason;
  private final Duration retryAfter;

  /**
   * @param port the port that failed, for the log
   * @param retryAfter when to try again, as an honest guess
   */
  public PortUnavailableException(
      String port, Reason reason, Duration retryAfter, @Nullable Throwable cause) {
    super(
        port + " is " + (reason == Reason.DOWN ? "unavailable" : "overloaded"),
        cause,
        false,
        false);
    // No stack of its own: there are thousands of these a second in an outage, and the cause has
    // one.
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  /** A backend that is away. */
  public static PortUnavailableException down(String port, @Nullable Throwable cause) {
    return new PortUnavailableException(port, Reason.DOWN, Duration.ofSeconds(5), cause);
  }

  public Reason reason() {
    return reason;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
