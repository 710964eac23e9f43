package io.cinema.auth.bootstrap.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.core.PropertyDefinerBase;
import org.jspecify.annotations.Nullable;

/** {@code AUTH_LOG_LEVEL}, but never more than INFO. */
public final class LevelOfLibraries extends PropertyDefinerBase {
  private static final String VARIABLE = "AUTH_LOG_LEVEL";

  @Override
  public String getPropertyValue() {
    return atMostInfo(System.getProperty(VARIABLE, System.getenv(VARIABLE)));
  }

  static String atMostInfo(@Nullable String word) {
    Level wanted = Level.toLevel(word, Level.INFO);
    return (wanted.isGreaterOrEqual(Level.INFO) ? wanted : Level.INFO).toString();
  }
}
