package io.cinema.auth.adapter.redis;

import io.cinema.auth.domain.port.PortUnavailableException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the callers of a port see of any failure.
 *
 * @param port its name, for the log
 */
record Unavailable(String port) {
  private static final Duration SOON = Duration.ofSeconds(1);

  PortUnavailableException down(@Nullable Throwable cause) {
    return new PortUnavailableException(port, PortUnavailableException.Reason.DOWN, SOON, cause);
  }

  PortUnavailableException overloaded(Throwable cause) {
    return new PortUnavailableException(
        port, PortUnavailableException.Reason.OVERLOADED, SOON, cause);
  }
}
