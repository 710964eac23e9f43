package io.cinema.auth.domain.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param subject what, in a word or two: {@code migrations}
 * @param observed what was seen, for a person; never a secret
 * @param remedy what to do about it, or null when it is well
 */
public record Finding(String subject, Verdict verdict, String observed, @Nullable String remedy) {

  /** How it stands. */
  public enum Verdict {
    WELL,
    /** Works, and should be looked at. */
    DOUBTFUL,
    /** Does not work as it is. */
    WRONG,
    /** A backend did not answer. */
    AWAY
  }

  public static Finding well(String subject, String observed) {
    return new Finding(subject, Verdict.WELL, observed, null);
  }

  public static Finding doubtful(String subject, String observed, String remedy) {
    return new Finding(subject, Verdict.DOUBTFUL, observed, remedy);
  }

  public static Finding wrong(String subject, String observed, String remedy) {
    return new Finding(subject, Verdict.WRONG, observed, remedy);
  }

  public static Finding away(String subject, String observed, String remedy) {
    return new Finding(subject, Verdict.AWAY, observed, remedy);
  }
}
