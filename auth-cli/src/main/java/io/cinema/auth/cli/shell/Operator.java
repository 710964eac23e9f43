package io.cinema.auth.cli.shell;

import io.cinema.auth.cli.output.Printable;
import org.jspecify.annotations.Nullable;

/** Who is at the keyboard, by the name the operating system has for them. */
public final class Operator {
  private static final int LONGEST = 100;

  private Operator() {}

  /**
   * {@code alice}, or {@code alice (root)} when she became root by sudo. It names, and proves
   * nothing: whoever runs the command line has the keys to everything anyway.
   *
   * @param user the account that the process runs as
   * @param sudoUser {@code SUDO_USER}
   */
  public static String name(@Nullable String user, @Nullable String sudoUser) {
    String account = user == null || user.isBlank() ? "unknown" : user;
    String name =
        sudoUser == null || sudoUser.isBlank() || sudoUser.equals(account)
            ? account
            : sudoUser + " (" + account + ")";
    String clean = Printable.of(name);
    return clean.codePointCount(0, clean.length()) <= LONGEST
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, LONGEST));
  }
}
