package io.cinema.auth.cli.shell;

/** Ends a command without its having done what was asked. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /**
   * @param sentence why, for a person
   */
  public Refusal(String sentence) {
    this(ExitCode.REFUSED, sentence);
  }

  /**
   * @param exitCode one of {@link ExitCode}
   */
  public Refusal(int exitCode, String sentence) {
    super(sentence, null, false, false);
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }
}
