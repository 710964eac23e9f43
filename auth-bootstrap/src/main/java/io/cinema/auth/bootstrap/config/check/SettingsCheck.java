package io.cinema.auth.bootstrap.config.check;

import io.cinema.auth.adapter.crypto.secret.MasterKey;
import io.cinema.auth.adapter.redis.RedisPlace;
import io.cinema.auth.bootstrap.config.setting.Findings;
import io.cinema.auth.bootstrap.config.setting.Setting;
import io.cinema.auth.bootstrap.config.setting.Setting.Trait;
import io.cinema.auth.bootstrap.config.setting.Settings;
import io.cinema.auth.domain.diagnosis.Finding;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.value.PropertyResolver;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks at the settings by themselves. What it finds never holds their values: some are secret, and
 * those who would read them later may repeat what they can't read.
 */
public final class SettingsCheck {
  private static final String SUBJECT = "settings";

  private final PropertyResolver settings;
  private final Findings findings = new Findings();

  private SettingsCheck(PropertyResolver settings) {
    this.settings = settings;
  }

  /** What there is to say of each; one finding that is well, when there is nothing. */
  public static List<Finding> look(PropertyResolver settings) {
    Findings findings = check(settings);
    return findings.isEmpty()
        ? List.of(Finding.well(SUBJECT, "all that must be set is set"))
        : findings.list();
  }

  /**
   * Before anything is made of the settings.
   *
   * @return what does not stand against that, and should be told
   * @throws ConfigurationException for the first that is missing or can't be used, with what to do
   */
  public static Findings require(PropertyResolver settings) {
    Findings findings = check(settings);
    findings.require();
    return findings;
  }

  /** As {@link #require}, for what needs nothing but the database and who owns its schema. */
  public static void requireMigration(PropertyResolver settings) {
    SettingsCheck check = new SettingsCheck(settings);
    check.missing(
        Stream.of(
                "AUTH_DATABASE_URL",
                "AUTH_DATABASE_USER",
                "AUTH_MIGRATION_USER",
                "AUTH_MIGRATION_PASSWORD")
            .map(Settings::named));
    check.database();
    check.findings.require();
  }

  private static Findings check(PropertyResolver settings) {
    SettingsCheck check = new SettingsCheck(settings);
    check.missing(Settings.service().filter(setting -> setting.is(Trait.REQUIRED)));
    check.database();
    check.redis();
    check.masterKey();
    check.migration();
    IssuerCheck.look(settings, check.findings);
    UnreadableSettings.look(settings, check.findings);
    GuessableSecrets.look(settings, check.findings);
    return check.findings;
  }

  private void missing(Stream<Setting> needed) {
    needed
        .filter(setting -> setting.text(settings).isEmpty())
        .forEach(setting -> wrong(setting.name() + " is not set", setting.demand()));
  }

  private void database() {
    value("auth.database.url")
        .filter(url -> !PostgresAddress.isOne(url))
        .ifPresent(
            _ -> wrong("AUTH_DATABASE_URL is no address of a Postgres", PostgresAddress.REMEDY));
  }

  private void redis() {
    value("auth.redis.uri")
        .filter(uri -> !isRedis(uri))
        .ifPresent(
            _ ->
                wrong(
                    "AUTH_REDIS_URI is no address of a Redis",
                    "write it as redis://host:port, redis-sentinel://host:port,host:port#name or"
                        + " redis-cluster://host:port,host:port"));
  }

  private static boolean isRedis(String uri) {
    try {
      return RedisPlace.of(uri) != null;
    } catch (IllegalArgumentException unusable) {
      return false;
    }
  }

  private void masterKey() {
    value("auth.master-key")
        .filter(key -> !isMasterKey(key))
        .ifPresent(
            _ ->
                wrong(
                    "AUTH_MASTER_KEY is not 32 bytes in base64",
                    "set the key that the service was set up with; only for a new installation"
                        + " make one: openssl rand -base64 32"));
  }

  private static boolean isMasterKey(String base64) {
    try {
      MasterKey _ = MasterKey.ofBase64(base64);
      return true;
    } catch (IllegalArgumentException unusable) {
      return false;
    }
  }

  private void migration() {
    boolean user = value("auth.migration.user").isPresent();
    boolean password = value("auth.migration.password").isPresent();
    if (user && !password) {
      wrong("AUTH_MIGRATION_PASSWORD is not set", "set it to the password of AUTH_MIGRATION_USER");
    } else if (password && !user) {
      wrong(
          "AUTH_MIGRATION_PASSWORD is nobody's",
          "set AUTH_MIGRATION_USER to the role that owns the schema, or leave both out");
    }
  }

  private Optional<String> value(String property) {
    return settings.getProperty(property, String.class).filter(value -> !value.isBlank());
  }

  private void wrong(String observed, String remedy) {
    findings.wrong(observed, remedy);
  }
}
