package io.cinema.auth.bootstrap.film;

import io.cinema.auth.bootstrap.config.SettingMissingException;
import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.film.etl.sync.SyncSettings;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.value.PropertyResolver;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code AUTH_FILMS_…}: where the catalogue and the index are, and how the index follows. What the
 * catalogue's database is not told it has from the service's, {@code AUTH_DATABASE_…} and {@code
 * AUTH_MIGRATION_…}. Read when asked for: who imports films needs no index.
 */
public final class FilmSettings {
  private static final String DEFAULT_INDEX = "movies";

  private final PropertyResolver settings;

  public FilmSettings(PropertyResolver settings) {
    this.settings = settings;
  }

  /** Whether the catalogue has a database of its own. */
  public boolean hasOwnDatabase() {
    return text("auth.films.database.url").isPresent();
  }

  /** As {@code jdbc:postgresql://host:port/database}. */
  public String databaseUrl() {
    return required(
        ofDatabase("url"),
        "AUTH_DATABASE_URL",
        "where Postgres is, as jdbc:postgresql://host/database");
  }

  /** The role that reads films and writes labels. */
  public String databaseUser() {
    return required(
        ofDatabase("user"), variableOfDatabase("USER"), "the role that reads the films");
  }

  public Secret databasePassword() {
    return Secret.of(
        required(
            ofDatabase("password"), variableOfDatabase("PASSWORD"), "the password of that role"));
  }

  /** The role that owns the catalogue; without one nothing is migrated. */
  public Optional<String> migrationUser() {
    return text("auth.films.migration.user").or(() -> text("auth.migration.user"));
  }

  public Secret migrationPassword() {
    Optional<String> password =
        text("auth.films.migration.user").isPresent()
            ? text("auth.films.migration.password")
            : text("auth.migration.password");
    return Secret.of(
        required(password, "AUTH_FILMS_MIGRATION_PASSWORD", "the password of that role"));
  }

  /** Where OpenSearch is. */
  public URI openSearch() {
    String url =
        required(
            text("auth.films.opensearch.url"),
            "AUTH_FILMS_OPENSEARCH_URL",
            "where OpenSearch is, as https://host:9200");
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
    Optional<String> user = text("auth.films.opensearch.user");
    if (user.isEmpty() && text("auth.films.opensearch.password").isPresent()) {
      throw new ConfigurationException(
          "AUTH_FILMS_OPENSEARCH_PASSWORD needs AUTH_FILMS_OPENSEARCH_USER");
    }
    return user;
  }

  public Secret openSearchPassword() {
    return Secret.of(
        required(
            text("auth.films.opensearch.password"),
            "AUTH_FILMS_OPENSEARCH_PASSWORD",
            "the password of AUTH_FILMS_OPENSEARCH_USER"));
  }

  /** The name that searches use. */
  public String index() {
    String name = text("auth.films.index").orElse(DEFAULT_INDEX);
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new ConfigurationException(
          "AUTH_FILMS_INDEX: must be a lower-case word of letters, digits and underscores");
    }
    return name;
  }

  public SyncSettings sync(boolean rebuild) {
    Duration cycle =
        read("auth.films.cycle", Duration.class, "write it as 10s, 15m or 7d")
            .orElse(SyncSettings.DEFAULT_CYCLE);
    int batch =
        read("auth.films.batch", Integer.class, "write it as a whole number")
            .orElse(SyncSettings.DEFAULT_BATCH);
    try {
      return new SyncSettings(cycle, batch, rebuild);
    } catch (IllegalArgumentException unusable) {
      throw new ConfigurationException(
          "AUTH_FILMS_CYCLE, AUTH_FILMS_BATCH: " + unusable.getMessage(), unusable);
    }
  }

  /** Where metrics and health are told, on all interfaces; nowhere when not set. */
  public Optional<Integer> port() {
    return read("auth.films.port", Integer.class, "write it as a whole number");
  }

  private String variableOfDatabase(String name) {
    return (hasOwnDatabase() ? "AUTH_FILMS_DATABASE_" : "AUTH_DATABASE_") + name;
  }

  /** All of one or all of the other: no password goes to a database that it is not meant for. */
  private Optional<String> ofDatabase(String name) {
    if (!hasOwnDatabase()
        && (text("auth.films.database.user").isPresent()
            || text("auth.films.database.password").isPresent())) {
      throw new ConfigurationException(
          "AUTH_FILMS_DATABASE_USER and AUTH_FILMS_DATABASE_PASSWORD need AUTH_FILMS_DATABASE_URL");
    }
    return hasOwnDatabase() ? text("auth.films.database." + name) : text("auth.database." + name);
  }

  private <T> Optional<T> read(String property, Class<T> type, String remedy) {
    return text(property)
        .map(
            _ ->
                settings
                    .getProperty(property, type)
                    .orElseThrow(
                        () ->
                            new ConfigurationException(
                                variable(property) + " can't be read: " + remedy)));
  }

  private Optional<String> text(String property) {
    return settings.getProperty(property, String.class).filter(value -> !value.isBlank());
  }

  private static String variable(String property) {
    return property.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  private static String required(Optional<String> value, String variable, String meaning) {
    return SettingMissingException.required(value.orElse(null), variable, meaning);
  }
}
