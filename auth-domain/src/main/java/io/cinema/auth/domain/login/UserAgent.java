package io.cinema.auth.domain.login;

import org.jspecify.annotations.Nullable;

/**
 * The name a client gives itself, made safe to store, log and show: control characters become
 * {@code ?}, and it is cut to 512 characters. Never refused, since a sign-in must not fail for a
 * strange browser.
 */
public record UserAgent(String value) {
  private static final int LONGEST = 512;

  public static final UserAgent NONE = new UserAgent("");

  public UserAgent {
    StringBuilder safe = new StringBuilder(Math.min(value.length(), LONGEST));
    value.codePoints().limit(LONGEST).map(UserAgent::printable).forEach(safe::appendCodePoint);
    value = safe.toString().strip();
  }

  /** The agent of a header that may be absent. */
  public static UserAgent of(@Nullable String header) {
    return header == null ? NONE : new UserAgent(header);
  }

  private static int printable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          '?';
      default -> codePoint;
    };
  }
}
