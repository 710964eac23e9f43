package io.cinema.auth.bootstrap.film;

import io.cinema.auth.bootstrap.config.NamedSettings;
import io.cinema.auth.bootstrap.config.check.PostgresAddress;
import io.cinema.auth.bootstrap.config.setting.Setting;
import io.cinema.auth.bootstrap.config.setting.Settings;
import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.film.etl.sync.SyncSettings;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.value.PropertyResolver;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code AUTH_FILMS_…}: where the catalogue and the index are, and how the index follows. What the
 * catalogue's database is not told it has from the service's, {@code AUTH_DATABASE_…} and {@code
 * AUTH_MIGRATION_…}, unless it is a database of its own. Read when asked for: who imports films
 * needs no index.
 */
public final class FilmSettings {
  private static final String DEFAULT_INDEX = "movies";
  private static final String OWN_DATABASE = "AUTH_FILMS_DATABASE_";
  private static final String SERVICES_DATABASE = "AUTH_DATABASE_";
  private static final String OWN_MIGRATION = "AUTH_FILMS_MIGRATION_";
  private static final String SERVICES_MIGRATION = "AUTH_MIGRATION_";

  private final PropertyResolver settings;

  public FilmSettings(PropertyResolver settings) {
    this.settings = settings;
  }

  /** Whether the catalogue has a database of its own. */
  public boolean hasOwnDatabase() {
    return text(OWN_DATABASE + "URL").isPresent();
  }

  /** As {@code jdbc:postgresql://host:port/database}. */
  public String databaseUrl() {
    String url = required(database("URL"));
    if (!PostgresAddress.isOne(url)) {
      throw new ConfigurationException(
          database("URL") + " is no address of a Postgres: " + PostgresAddress.REMEDY);
    }
    return url;
  }

  /** The role that reads films and writes labels. */
  public String databaseUser() {
    return required(database("USER"));
  }

  public Secret databasePassword() {
    return Secret.of(required(database("PASSWORD")));
  }

  /** The role that owns the catalogue; without one nothing is migrated. */
  public Optional<String> migrationUser() {
    Optional<String> user = text(migration("USER"));
    if (user.isEmpty() && text(migration("PASSWORD")).isPresent()) {
      throw new ConfigurationException(migration("PASSWORD") + " needs " + migration("USER"));
    }
    return user;
  }

  public Secret migrationPassword() {
    return Secret.of(required(migration("PASSWORD")));
  }

  /** Where OpenSearch is. */
  public URI openSearch() {
    String url = required("AUTH_FILMS_OPENSEARCH_URL");
    try {
      URI uri = URI.create(url);
      if (uri.getRawUserInfo() != null) {
        throw new ConfigurationException(
            "AUTH_FILMS_OPENSEARCH_URL holds credentials, which would be logged with it: set"
                + " AUTH_FILMS_OPENSEARCH_USER and AUTH_FILMS_OPENSEARCH_PASSWORD");
      }
      boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (uri.getHost() != null && isHttp) {
        return uri;
      }
    } catch (IllegalArgumentException malformed) {
      // Said below, without the value: it may hold a password.
    }
    throw new ConfigurationException(
        "AUTH_FILMS_OPENSEARCH_URL is no address: write it as https://host:9200");
  }

  public Optional<String> openSearchUser() {
    Optional<String> user = text("AUTH_FILMS_OPENSEARCH_USER");
    if (user.isEmpty() && text("AUTH_FILMS_OPENSEARCH_PASSWORD").isPresent()) {
      throw new ConfigurationException(
          "AUTH_FILMS_OPENSEARCH_PASSWORD needs AUTH_FILMS_OPENSEARCH_USER");
    }
    return user;
  }

  public Secret openSearchPassword() {
    return Secret.of(required("AUTH_FILMS_OPENSEARCH_PASSWORD"));
  }

  /** The name that searches use. */
  public String index() {
    String name = text("AUTH_FILMS_INDEX").orElse(DEFAULT_INDEX);
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new ConfigurationException(
          "AUTH_FILMS_INDEX: must be a lower-case word of letters, digits and underscores");
    }
    return name;
  }

  public SyncSettings sync(boolean rebuild) {
    Duration cycle = read("AUTH_FILMS_CYCLE", Duration.class).orElse(SyncSettings.DEFAULT_CYCLE);
    int batch = read("AUTH_FILMS_BATCH", Integer.class).orElse(SyncSettings.DEFAULT_BATCH);
    return NamedSettings.made(
        "AUTH_FILMS_CYCLE, AUTH_FILMS_BATCH", () -> new SyncSettings(cycle, batch, rebuild));
  }

  /** Where metrics and health are told, on all interfaces; nowhere when not set. */
  public Optional<Integer> port() {
    return read("AUTH_FILMS_PORT", Integer.class);
  }

  /** All of one or all of the other: no password goes to a database that it is not meant for. */
  private String database(String what) {
    if (hasOwnDatabase()) {
      return OWN_DATABASE + what;
    }
    if (text(OWN_DATABASE + "USER").isPresent() || text(OWN_DATABASE + "PASSWORD").isPresent()) {
      throw new ConfigurationException(
          "AUTH_FILMS_DATABASE_USER and AUTH_FILMS_DATABASE_PASSWORD need AUTH_FILMS_DATABASE_URL");
    }
    return SERVICES_DATABASE + what;
  }

  /** The same: who owns the service's schema is nobody in a database of the films' own. */
  private String migration(String what) {
    boolean own =
        hasOwnDatabase()
            || text(OWN_MIGRATION + "USER").isPresent()
            || text(OWN_MIGRATION + "PASSWORD").isPresent();
    return (own ? OWN_MIGRATION : SERVICES_MIGRATION) + what;
  }

  private <T> Optional<T> read(String name, Class<T> type) {
    Setting setting = Settings.named(name);
    if (setting.isUnreadable(settings)) {
      throw new ConfigurationException(name + " can't be read: " + setting.type().remedy());
    }
    return text(name).flatMap(_ -> settings.getProperty(setting.property(), type));
  }

  private Optional<String> text(String name) {
    return Settings.named(name).text(settings);
  }

  private String required(String name) {
    return text(name)
        .orElseThrow(
            () ->
                new ConfigurationException(name + " is not set: " + Settings.named(name).demand()));
  }
}
