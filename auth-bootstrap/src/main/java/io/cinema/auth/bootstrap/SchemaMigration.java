package io.cinema.auth.bootstrap;

import io.cinema.auth.adapter.postgres.Migrations;
import io.cinema.auth.bootstrap.config.setting.Settings;
import io.cinema.auth.domain.secret.Secret;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema up to date, at a start or by itself: where the service does not get the role
 * that owns the schema, somebody else runs this with no setting but those of the database.
 */
@Singleton
final class SchemaMigration {
  private static final Logger LOG = LoggerFactory.getLogger(SchemaMigration.class);

  private final Environment settings;

  SchemaMigration(Environment settings) {
    this.settings = settings;
  }

  /**
   * Where no owner is named, it is expected that somebody did it.
   *
   * @param database as the service connects to it
   * @throws Migrations.MissingException when nobody did
   */
  void atStart(DataSource database) {
    if (text("AUTH_MIGRATION_USER").isEmpty()) {
      Migrations.requireRun(database);
    } else {
      int _ = run();
    }
  }

  /** Returns how many migrations there were to run. */
  int run() {
    int run =
        new Migrations(
                text("AUTH_DATABASE_URL"),
                text("AUTH_MIGRATION_USER"),
                Secret.of(text("AUTH_MIGRATION_PASSWORD")),
                text("AUTH_DATABASE_USER"))
            .run();
    if (run > 0) {
      LOG.info("the schema is up to date after {} migrations", run);
    }
    return run;
  }

  private String text(String name) {
    return Settings.named(name).text(settings).orElse("");
  }
}
