package io.cinema.auth.bootstrap;

import io.cinema.auth.application.upkeep.HistoryUpkeep;
import io.cinema.auth.application.upkeep.RevocationUpkeep;
import io.cinema.auth.application.upkeep.SigningKeyUpkeep;
import io.cinema.auth.bootstrap.upkeep.UpkeepSchedule;
import io.cinema.auth.bootstrap.wiring.SettingsInUse;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.jdbc.DataSourceResolver;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to be true before the first request: the schema, the keys, room for history. Runs before
 * the port opens. The command line does none of it: it works on what a service keeps in order.
 */
@Singleton
@Requires(notEnv = AuthCli.ENVIRONMENT)
final class Startup implements ApplicationEventListener<StartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

  private final SchemaMigration schema;
  private final DataSource database;
  private final SigningKeyUpkeep keys;
  private final HistoryUpkeep history;
  private final RevocationUpkeep revocations;
  private final UpkeepSchedule schedule;

  /**
   * @param settings made before anything is done: what can't be used ends the start
   */
  Startup(
      SettingsInUse settings,
      SchemaMigration schema,
      DataSource database,
      DataSourceResolver pool,
      SigningKeyUpkeep keys,
      HistoryUpkeep history,
      RevocationUpkeep revocations,
      UpkeepSchedule schedule) {
    this.schema = schema;
    // The bean hands out only the connection of a surrounding transaction.
    this.database = pool.resolve(database);
    this.keys = keys;
    this.history = history;
    this.revocations = revocations;
    this.schedule = schedule;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    schema.atStart(database);
    keys.run();
    history.run();
    try {
      boolean _ = revocations.fillIfNeeded();
    } catch (PortUnavailableException outage) {
      LOG.warn("{}: every request asks Postgres until it is back", outage.getMessage());
    }
    schedule.start();
  }
}
