package io.cinema.auth.cli.shell;

/** What the command line ends with. */
public final class ExitCode {
  public static final int DONE = 0;

  /** A rule stands against it, or nothing like that is there; why is on standard error. */
  public static final int REFUSED = 1;

  /** It was called wrongly. */
  public static final int USAGE = 2;

  /** A backend is down: trying again may help. */
  public static final int AWAY = 3;

  private ExitCode() {}
}
