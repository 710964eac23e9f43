package io.cinema.auth.adapter.redis;

import io.cinema.auth.domain.port.PortUnavailableException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What our callers see of any failure. */
final class Unavailable {
  private static final String PORT = "RevocationStore";
  private static final Duration SOON = Duration.ofSeconds(1);

  private Unavailable() {}

  static PortUnavailableException down(@Nullable Throwable cause) {
    return new PortUnavailableException(PORT, PortUnavailableException.Reason.DOWN, SOON, cause);
  }

  static PortUnavailableException overloaded(Throwable cause) {
    return new PortUnavailableException(
        PORT, PortUnavailableException.Reason.OVERLOADED, SOON, cause);
  }
}
