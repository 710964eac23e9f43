package io.cinema.auth.bootstrap.config;

import io.cinema.auth.adapter.crypto.secret.MasterKey;
import io.cinema.auth.domain.diagnosis.Finding;
import io.cinema.auth.domain.diagnosis.Finding.Verdict;
import io.lettuce.core.RedisURI;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.value.PropertyResolver;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at the settings by themselves. What it finds never holds their values: some are secret, and
 * those who would read them later may repeat what they can't read.
 */
public final class SettingsCheck {
  private static final String SUBJECT = "settings";

  /** What the driver makes an address of; others it would repeat, password and all. */
  private static final Pattern POSTGRES =
      Pattern.compile("jdbc:postgresql:(?://(?<hosts>[^/?]*)(?=/)|(?!/))(?<rest>.*)");

  private static final Pattern HOST =
      Pattern.compile("(?:\\[[^\\[\\]@]+]|[^\\[\\]@:]*)(?::(?<port>\\d{1,5}))?");
  private static final int HIGHEST_PORT = 65_535;

  private final PropertyResolver settings;
  private final List<Finding> findings = new ArrayList<>();

  private SettingsCheck(PropertyResolver settings) {
    this.settings = settings;
  }

  /** What there is to say of each; one finding that is well, when there is nothing. */
  public static List<Finding> look(PropertyResolver settings) {
    SettingsCheck check = new SettingsCheck(settings);
    RequiredSettings.missing(settings).forEach(missing -> check.wrong(missing, "set it"));
    check.database();
    check.redis();
    check.masterKey();
    check.issuer();
    UnreadableSettings.in(settings)
        .forEach((variable, remedy) -> check.wrong(variable + " can't be read", remedy));
    return check.findings.isEmpty()
        ? List.of(Finding.well(SUBJECT, "all that must be set is set"))
        : List.copyOf(check.findings);
  }

  /**
   * Before anything is made of the settings.
   *
   * @throws SettingMissingException for the first that is not there
   * @throws ConfigurationException for the first that can't be used, with what to do
   */
  public static void require(PropertyResolver settings) {
    RequiredSettings.check(settings);
    look(settings).stream()
        .filter(finding -> finding.verdict() == Verdict.WRONG)
        .findFirst()
        .ifPresent(
            wrong -> {
              throw new ConfigurationException(wrong.observed() + ": " + wrong.remedy());
            });
  }

  private void database() {
    value("auth.database.url")
        .filter(url -> !isPostgres(url))
        .ifPresent(
            _ ->
                wrong(
                    "AUTH_DATABASE_URL is no address of a Postgres",
                    "write it as jdbc:postgresql://host:port/database"));
  }

  private static boolean isPostgres(String url) {
    Matcher address = POSTGRES.matcher(url);
    if (!address.matches()) {
      return false;
    }
    String hosts = address.group("hosts");
    return (hosts == null || Arrays.stream(hosts.split(",", -1)).allMatch(SettingsCheck::isHost))
        && isDecodable(address.group("rest"));
  }

  private static boolean isHost(String text) {
    Matcher host = HOST.matcher(text);
    return host.matches()
        && Optional.ofNullable(host.group("port"))
            .map(Integer::parseInt)
            .filter(port -> port < 1 || port > HIGHEST_PORT)
            .isEmpty();
  }

  private static boolean isDecodable(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8) != null;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
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
      return uri.getRawAuthority() != null
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
