package io.cinema.auth.film.etl.report;

import io.cinema.auth.film.etl.sync.SyncEvent;
import io.cinema.auth.film.etl.sync.SyncListener;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells it to the log, a line an event, what is variable as key and value. */
public final class SyncLog implements SyncListener {
  private static final Logger LOG = LoggerFactory.getLogger("io.cinema.auth.film.etl");
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final Filled filled = new Filled();
  private long lastLine = System.nanoTime();

  @Override
  public void on(SyncEvent event) {
    switch (event) {
      case SyncEvent.StandingBy _ -> LOG.info("another process follows the catalogue: standing by");
      case SyncEvent.Unsettled _ ->
          LOG.info("waiting until the transactions are over that write to the database");
      case SyncEvent.Filling(String index, long films) -> {
        filled.begin(index, films);
        LOG.atInfo()
            .addKeyValue("index", index)
            .addKeyValue("films", films)
            .log("filling a new index");
      }
      case SyncEvent.Wrote wrote -> wrote(wrote);
      case SyncEvent.Refused(String index, var film, String reason) ->
          LOG.atWarn()
              .addKeyValue("index", index)
              .addKeyValue("film", film)
              .addKeyValue("reason", reason)
              .log("the index refused a film");
      case SyncEvent.Published(String index) -> {
        LOG.atInfo()
            .addKeyValue("index", index)
            .addKeyValue("films", filled.films())
            .addKeyValue("films_per_second", filled.perSecond())
            .log("searches see the new index");
        filled.end();
      }
      case SyncEvent.CaughtUp(String index, long films) -> {
        if (films > 0) {
          LOG.atInfo()
              .addKeyValue("index", index)
              .addKeyValue("films", films)
              .log("the index is equal to the catalogue");
        }
      }
      case SyncEvent.Away(String reason, Duration retryIn) ->
          LOG.atWarn().addKeyValue("retry_in_ms", retryIn.toMillis()).log(reason);
    }
  }

  private void wrote(SyncEvent.Wrote wrote) {
    LOG.atDebug()
        .addKeyValue("index", wrote.index())
        .addKeyValue("films", wrote.films())
        .addKeyValue("gone", wrote.gone())
        .addKeyValue("took_ms", wrote.took().toMillis())
        .log("wrote");
    filled.add(wrote);
    long now = System.nanoTime();
    if (filled.isUnderWay() && now - lastLine > BETWEEN_LINES.toNanos()) {
      lastLine = now;
      LOG.atInfo()
          .addKeyValue("films", filled.films())
          .addKeyValue("of_about", filled.expected())
          .addKeyValue("films_per_second", filled.perSecond())
          .log("filling");
    }
  }
}
