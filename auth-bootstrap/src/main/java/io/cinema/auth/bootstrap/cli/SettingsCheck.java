package io.cinema.auth.bootstrap.cli;

import io.cinema.auth.adapter.crypto.secret.MasterKey;
import io.cinema.auth.bootstrap.config.RequiredSettings;
import io.cinema.auth.domain.diagnosis.Finding;
import io.lettuce.core.RedisURI;
import io.micronaut.core.value.PropertyResolver;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks at the settings by themselves. What it finds never holds their values: some are secret. */
final class SettingsCheck {
  private static final String SUBJECT = "settings";
  private static final String POSTGRES = "jdbc:postgresql:";

  private final PropertyResolver settings;
  private final List<Finding> findings = new ArrayList<>();

  private SettingsCheck(PropertyResolver settings) {
    this.settings = settings;
  }

  /** What there is to say of each; one finding that is well, when there is nothing. */
  static List<Finding> look(PropertyResolver settings) {
    SettingsCheck check = new SettingsCheck(settings);
    RequiredSettings.missing(settings).forEach(missing -> check.wrong(missing, "set it"));
    check.database();
    check.redis();
    check.masterKey();
    check.issuer();
    return check.findings.isEmpty()
        ? List.of(Finding.well(SUBJECT, "all that must be set is set"))
        : List.copyOf(check.findings);
  }

  private void database() {
    value("auth.database.url")
        .filter(url -> !url.startsWith(POSTGRES))
        .ifPresent(
            _ ->
                wrong(
                    "AUTH_DATABASE_URL is no address of a Postgres",
                    "write it as jdbc:postgresql://host:port/database"));
  }

  private void redis() {
    value("auth.redis.uri")
        .filter(uri -> !isRedis(uri))
        .ifPresent(
            _ -> wrong("AUTH_REDIS_URI is no address of a Redis", "write it as redis://host:port"));
  }

  private static boolean isRedis(String uri) {
    try {
      return RedisURI.create(uri) != null;
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

  private void issuer() {
    boolean dev =
        value("auth.mode").map(mode -> mode.toLowerCase(Locale.ROOT).equals("dev")).orElse(false);
    Optional<String> issuer = value("auth.issuer");
    if (issuer.isEmpty()) {
      if (!dev) {
        wrong("AUTH_ISSUER is not set", "set it to the address at which clients reach the service");
      }
    } else if (!isHttp(issuer.get())) {
      wrong(
          "AUTH_ISSUER is no address", "set it to the address at which clients reach the service");
    } else if (!dev && issuer.get().startsWith("http:")) {
      findings.add(
          Finding.doubtful(
              SUBJECT,
              "AUTH_ISSUER is an http address: tokens travel in the clear",
              "let clients reach the service by https"));
    }
  }

  private static boolean isHttp(String issuer) {
    try {
      URI uri = URI.create(issuer);
      return uri.getHost() != null
          && (issuer.startsWith("http://") || issuer.startsWith("https://"));
    } catch (IllegalArgumentException unusable) {
      return false;
    }
  }

  private Optional<String> value(String property) {
    return settings.getProperty(property, String.class).filter(value -> !value.isBlank());
  }

  private void wrong(String observed, String remedy) {
    findings.add(Finding.wrong(SUBJECT, observed, remedy));
  }
}
