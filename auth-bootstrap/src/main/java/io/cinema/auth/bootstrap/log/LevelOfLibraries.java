package io.cinema.auth.bootstrap.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.core.PropertyDefinerBase;

/** {@code AUTH_LOG_LEVEL}, but never more than INFO. */
public final class LevelOfLibraries extends PropertyDefinerBase {
  private static final String VARIABLE = "AUTH_LOG_LEVEL";

  @Override
  public String getPropertyValue() {
    String word = System.getProperty(VARIABLE, System.getenv(VARIABLE));
    Level wanted = Level.toLevel(word, Level.INFO);
    return (wanted.isGreaterOrEqual(Level.INFO) ? wanted : Level.INFO).toString();
  }
}
