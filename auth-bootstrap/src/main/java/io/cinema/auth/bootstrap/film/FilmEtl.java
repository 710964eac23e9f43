package io.cinema.auth.bootstrap.film;

import io.cinema.auth.film.etl.movies.ImportFilms;
import io.cinema.auth.film.etl.movies.ImportFilmsService;
import io.cinema.auth.film.etl.opensearch.OpenSearchFilmIndex;
import io.cinema.auth.film.etl.port.Catalogue;
import io.cinema.auth.film.etl.postgres.PostgresFilmArchive;
import io.cinema.auth.film.etl.report.SyncLog;
import io.cinema.auth.film.etl.report.SyncMetrics;
import io.cinema.auth.film.etl.report.TerminalProgress;
import io.cinema.auth.film.etl.sync.FilmSync;
import io.cinema.auth.film.etl.sync.SyncListener;
import io.cinema.auth.film.etl.verify.VerifyIndex;
import io.cinema.auth.film.etl.verify.VerifyIndexService;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What the process can do, wired. */
public final class FilmEtl {
  private final FilmSettings settings;
  private final FilmBackends backends;
  private final InstantSource clock;
  private volatile @Nullable FilmSync following;
  private volatile boolean stopped;

  public FilmEtl(FilmSettings settings, InstantSource clock) {
    this.settings = settings;
    this.backends = new FilmBackends(settings);
    this.clock = clock;
  }

  /**
   * Follows the catalogue until {@link #stop()}, or until the index is equal to it.
   *
   * @param once whether to end then
   * @param rebuild whether to fill a new index first
   * @param onTerminal whether somebody looks on
   * @return whether the index is equal, or we were told to stop
   */
  public boolean follow(boolean once, boolean rebuild, boolean onTerminal) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    SyncMetrics metrics = new SyncMetrics(registry, clock);
    SyncListener told = onTerminal ? new TerminalProgress(System.out) : new SyncLog();
    // Before anything is touched: a setting that can't be used ends it here.
    var sync = settings.sync(rebuild);
    try (Catalogue catalogue = backends.catalogue();
        OpenSearchFilmIndex index = backends.index();
        Served _ = serve(registry, metrics)) {
      FilmSync films = new FilmSync(catalogue, index, sync, SyncListener.all(metrics, told));
      following = films;
      if (stopped) {
        films.stop();
      }
      if (once) {
        return films.once();
      }
      films.run();
      return true;
    } finally {
      following = null;
    }
  }

  /**
   * Makes the schema of the catalogue, or brings it up to date.
   *
   * @return how many migrations there were to run
   * @throws IllegalArgumentException when no setting says who may
   */
  public int migrate() {
    return settings
        .migrationUser()
        .map(backends::migrateAs)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "AUTH_FILMS_MIGRATION_USER is not set: the role that owns the schema content"));
  }

  /** Reads a file into the catalogue. */
  public ImportFilms.Imported read(Path movies) throws IOException {
    backends.migrate();
    try (InputStream file = Files.newInputStream(movies)) {
      return new ImportFilmsService(new PostgresFilmArchive(backends.database())).run(file);
    }
  }

  /** Compares both sides. */
  public VerifyIndex.Verified verify() {
    try (Catalogue catalogue = backends.catalogue();
        OpenSearchFilmIndex index = backends.index()) {
      return new VerifyIndexService(catalogue, index.films()).verify();
    }
  }

  private Served serve(PrometheusMeterRegistry registry, SyncMetrics metrics) {
    return settings
        .port()
        .map(port -> MetricsServer.start(port, registry, metrics))
        .<Served>map(server -> server::close)
        .orElse(() -> {});
  }

  /** Ends what follows the catalogue, after what it is at. From any thread. */
  public void stop() {
    stopped = true;
    FilmSync films = following;
    if (films != null) {
      films.stop();
    }
  }

  private interface Served extends AutoCloseable {
    @Override
    void close();
  }
}
