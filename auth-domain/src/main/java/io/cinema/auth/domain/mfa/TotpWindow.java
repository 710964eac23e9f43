package io.cinema.auth.domain.mfa;

/**
 * The steps whose codes count.
 *
 * @param back how many before the current one: for a code that was slow to arrive
 * @param ahead how many after it: for phones whose clock is fast
 */
public record TotpWindow(int back, int ahead) {
  public static final TotpWindow DEFAULT = new TotpWindow(1, 0);

  private static final int WIDEST = 10;

  public TotpWindow {
    if (back < 0 || ahead < 0 || back > WIDEST || ahead > WIDEST) {
      throw new IllegalArgumentException(
          "a window of one-time codes reaches 0 to " + WIDEST + " steps to each side");
    }
  }
}
