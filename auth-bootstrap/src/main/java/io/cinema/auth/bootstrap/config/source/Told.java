package io.cinema.auth.bootstrap.config.source;

/** How a setting is told. Either may be a secret, the path by mistake. */
sealed interface Told {

  /** By its value. */
  record Directly(String value) implements Told {
    @Override
    public String toString() {
      return "[redacted]";
    }
  }

  /** By a file that holds it and nothing else. */
  record ByFile(String path) implements Told {
    @Override
    public String toString() {
      return "[redacted]";
    }
  }
}
