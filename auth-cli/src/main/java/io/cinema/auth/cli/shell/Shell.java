package io.cinema.auth.cli.shell;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a command works with. For one thread. */
public final class Shell {
  private final Supplier<UseCases> wiring;
  private final String operator;
  private final Terminal terminal;
  private final PrintWriter out;
  private final PrintWriter err;
  private @Nullable UseCases useCases;
  private @Nullable Administrator administrator;

  /**
   * @param wiring asked once, and only by a command that has something to do: help and usage errors
   *     need neither settings nor a backend
   * @param operator who is at the keyboard, for the audit trail
   */
  public Shell(
      Supplier<UseCases> wiring,
      String operator,
      Terminal terminal,
      PrintWriter out,
      PrintWriter err) {
    this.wiring = wiring;
    this.operator = operator;
    this.terminal = terminal;
    this.out = out;
    this.err = err;
  }

  public UseCases useCases() {
    if (useCases == null) {
      useCases = wiring.get();
    }
    return useCases;
  }

  /** Whoever is at the keyboard, let in. */
  public Administrator administrator() {
    if (administrator == null) {
      administrator = useCases().admitConsole().admit(operator);
    }
    return administrator;
  }

  public Terminal terminal() {
    return terminal;
  }

  public PrintWriter out() {
    return out;
  }

  public PrintWriter err() {
    return err;
  }
}
