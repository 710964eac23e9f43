package io.cinema.auth.cli;

import io.cinema.auth.domain.port.PortUnavailableException;

/** Puts an outage into words. */
final class Outages {
  private Outages() {}

  static String sentence(PortUnavailableException outage) {
    String port = String.valueOf(outage.getMessage());
    return switch (outage.reason()) {
      case OVERLOADED -> port + ": try again in " + outage.retryAfter().toSeconds() + " s";
      case DOWN -> backend(port) + " is away: " + root(outage);
    };
  }

  /** Everything is kept in Postgres but the fast copy of what is revoked. */
  private static String backend(String port) {
    return port.startsWith("RevocationStore") ? "Redis" : "Postgres";
  }

  private static String root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
