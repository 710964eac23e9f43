package io.cinema.auth.bootstrap.log;

import ch.qos.logback.core.PropertyDefinerBase;
import java.util.Locale;

/**
 * {@code AUTH_LOG_FORMAT}, for logback, which is ready before any setting is looked at. A word it
 * does not know is text: the check of the settings refuses it, and has to be read somewhere.
 */
public final class LogFormat extends PropertyDefinerBase {
  /** A line an event, for whom it is. */
  public enum Kind {
    /** People. */
    TEXT,
    /** Machines. */
    JSON
  }

  @Override
  public String getPropertyValue() {
    return current().name().toLowerCase(Locale.ROOT);
  }

  /** What this process writes. */
  public static Kind current() {
    String word = System.getProperty("AUTH_LOG_FORMAT", System.getenv("AUTH_LOG_FORMAT"));
    return word != null && word.strip().equalsIgnoreCase(Kind.JSON.name()) ? Kind.JSON : Kind.TEXT;
  }
}
