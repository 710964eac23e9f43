package io.cinema.auth.bootstrap.log;

import ch.qos.logback.core.PropertyDefinerBase;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code AUTH_LOG_FORMAT}, for logback, which is ready before any setting is looked at. A word it
 * does not know is text: the check of the settings refuses it, and has to be read somewhere.
 */
public final class LogFormat extends PropertyDefinerBase {
  static final String VARIABLE = "AUTH_LOG_FORMAT";

  /** One line a log event, for people or for machines. */
  public enum Kind {
    TEXT,
    JSON
  }

  @Override
  public String getPropertyValue() {
    return lower(chosen(System.getProperty(VARIABLE, System.getenv(VARIABLE))));
  }

  /** What this process writes. */
  public static Kind current() {
    return chosen(System.getProperty(VARIABLE, System.getenv(VARIABLE)));
  }

  static Kind chosen(@Nullable String word) {
    return word != null && word.strip().equalsIgnoreCase(Kind.JSON.name()) ? Kind.JSON : Kind.TEXT;
  }

  private static String lower(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
