package io.cinema.auth.film.etl.report;

import io.cinema.auth.film.etl.sync.SyncEvent;
import io.cinema.auth.film.etl.sync.SyncListener;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells it to somebody who looks on: one line that is written over while a new index is filled. */
public final class TerminalProgress implements SyncListener {
  private static final String ERASED = "\r\u001b[K";
  private static final Duration BETWEEN_PICTURES = Duration.ofMillis(100);

  private final PrintStream terminal;
  private final Filled filled = new Filled();
  private long lastPicture;

  public TerminalProgress(PrintStream terminal) {
    this.terminal = terminal;
  }

  @Override
  public void on(SyncEvent event) {
    switch (event) {
      case SyncEvent.StandingBy _ -> say("another process follows the catalogue: standing by");
      case SyncEvent.Unsettled _ -> picture("waiting for transactions that are under way…");
      case SyncEvent.Filling(String index, long films) -> {
        filled.begin(index, films);
        picture("filling " + index + "…");
      }
      case SyncEvent.Wrote wrote -> wrote(wrote);
      case SyncEvent.Refused(_, var film, String reason) ->
          say("the index refused film " + film + ": " + reason);
      case SyncEvent.Published(String index) -> {
        filled.end();
        say(
            String.format(
                Locale.ROOT,
                "searches see %s: %,d films, %,d a second",
                index,
                filled.films(),
                filled.perSecond()));
      }
      case SyncEvent.CaughtUp(_, long films) -> {
        if (films > 0 && !filled.isUnderWay()) {
          say(String.format(Locale.ROOT, "%,d films brought up to date", films));
        }
      }
      case SyncEvent.Away(String reason, Duration retryIn) ->
          picture(
              String.format(
                  Locale.ROOT, "%s; again in %.1f s", reason, retryIn.toMillis() / 1000.0));
    }
  }

  private void wrote(SyncEvent.Wrote wrote) {
    filled.add(wrote);
    long now = System.nanoTime();
    if (filled.isUnderWay() && now - lastPicture > BETWEEN_PICTURES.toNanos()) {
      lastPicture = now;
      picture(
          String.format(
              Locale.ROOT,
              "%,d of about %,d films, %,d a second, %d s left",
              filled.films(),
              filled.expected(),
              filled.perSecond(),
              filled.left().toSeconds()));
    }
  }

  /** What a backend answers is no order to the terminal, and no second line. */
  private static String shown(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\x{2028}\\x{2029}]+", " ");
  }

  private void say(String line) {
    terminal.println(ERASED + shown(line));
  }

  private void picture(String line) {
    terminal.print(ERASED + shown(line));
    terminal.flush();
  }
}
