package io.cinema.auth.bootstrap.film;

import io.cinema.auth.film.etl.opensearch.Credentials;
import io.cinema.auth.film.etl.opensearch.OpenSearchFilmIndex;
import io.cinema.auth.film.etl.port.Catalogue;
import io.cinema.auth.film.etl.postgres.CatalogueMigrations;
import io.cinema.auth.film.etl.postgres.PostgresCatalogue;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Both sides, as the settings say where they are. */
public final class FilmBackends {
  private static final int CONNECT_SECONDS = 5;

  /** Longer than any page takes; a server that is gone without a word is noticed at last. */
  private static final int ANSWER_SECONDS = 60;

  private static final Logger LOG = LoggerFactory.getLogger(FilmBackends.class);

  private final FilmSettings settings;

  public FilmBackends(FilmSettings settings) {
    this.settings = settings;
  }

  /** The database of the catalogue: a connection for each who asks. */
  public DataSource database() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(settings.databaseUrl());
    source.setUser(settings.databaseUser());
    source.setPassword(settings.databasePassword().reveal());
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(ANSWER_SECONDS);
    source.setTcpKeepAlive(true);
    source.setApplicationName("auth-film-etl");
    return source;
  }

  /** The catalogue; the first claim brings its schema up to date. */
  Catalogue catalogue() {
    return new MigratedCatalogue(new PostgresCatalogue(database()), this::migrate);
  }

  OpenSearchFilmIndex index() {
    Credentials credentials =
        settings
            .openSearchUser()
            .map(user -> new Credentials(user, settings.openSearchPassword()))
            .orElse(null);
    return OpenSearchFilmIndex.at(settings.openSearch(), credentials, settings.index());
  }

  /** {@link #migrateAs}, where we were told who may. */
  void migrate() {
    settings
        .migrationUser()
        .ifPresent(
            owner -> {
              int run = migrateAs(owner);
              if (run > 0) {
                LOG.info("the catalogue is up to date after {} migrations", run);
              }
            });
  }

  /**
   * Makes the catalogue, or brings it up to date.
   *
   * @return how many migrations there were to run
   */
  int migrateAs(String owner) {
    return new CatalogueMigrations(
            settings.databaseUrl(), owner, settings.migrationPassword(), settings.databaseUser())
        .run();
  }
}
