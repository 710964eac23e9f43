package io.cinema.auth.bootstrap.film;

import io.cinema.auth.film.etl.port.Catalogue;
import java.time.Instant;

/**
 * Brings the schema up to date before anything else, once the database is there: a process that
 * follows the catalogue starts without it and waits.
 */
final class MigratedCatalogue implements Catalogue {
  private final Catalogue catalogue;
  private final Runnable migration;
  private boolean migrated;

  MigratedCatalogue(Catalogue catalogue, Runnable migration) {
    this.catalogue = catalogue;
    this.migration = migration;
  }

  @Override
  public boolean claim() {
    if (!migrated) {
      migration.run();
      migrated = true;
    }
    return catalogue.claim();
  }

  @Override
  public View view() {
    return catalogue.view();
  }

  @Override
  public long roughly() {
    return catalogue.roughly();
  }

  @Override
  public int forgetDeletions(Instant before) {
    return catalogue.forgetDeletions(before);
  }

  @Override
  public void close() {
    catalogue.close();
  }
}
