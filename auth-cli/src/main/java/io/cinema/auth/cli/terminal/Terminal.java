package io.cinema.auth.cli.terminal;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Whoever is in front of the command line, or what was piped into it. */
public interface Terminal {

  /** Whether there is a person to ask. */
  boolean isInteractive();

  /**
   * Asks without showing the answer. Only when {@link #isInteractive()}.
   *
   * @return null when there will be no answer: the person ended the input
   */
  @Nullable String askHidden(String prompt);

  /** Standard input. */
  InputStream input();
}
