package io.cinema.auth.bootstrap.config.check;

import io.cinema.auth.bootstrap.config.setting.Findings;
import io.cinema.auth.bootstrap.config.setting.Setting;
import io.cinema.auth.bootstrap.config.setting.Setting.Trait;
import io.cinema.auth.bootstrap.config.setting.Settings;
import io.micronaut.core.value.PropertyResolver;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for secrets that anybody would try first: production does not start with one, dev warns.
 */
public final class GuessableSecrets {
  private static final String MASTER_KEY = "AUTH_MASTER_KEY";
  private static final String REDIS = "AUTH_REDIS_URI";

  private static final String KEY_REMEDY =
      "only for a new installation make another: openssl rand -base64 32";

  /** What a secret goes with, by how their properties end. */
  private static final Map<String, String> OWNERS =
      Map.of(".password", ".user", ".client-secret", ".client-id");

  private final PropertyResolver settings;
  private final Findings findings;

  private GuessableSecrets(PropertyResolver settings, Findings findings) {
    this.settings = settings;
    this.findings = findings;
  }

  /** Looks at those that the service needs. */
  static void look(PropertyResolver settings, Findings findings) {
    String networks = Settings.named("AUTH_OAUTH_OIDC").text(settings).orElse(null);
    look(
        Settings.all(networks).values().stream()
            .filter(setting -> !Settings.FILMS.settings().contains(setting)),
        settings,
        findings);
  }

  /** Looks at those among some settings. */
  public static void look(Stream<Setting> some, PropertyResolver settings, Findings findings) {
    GuessableSecrets check = new GuessableSecrets(settings, findings);
    some.filter(setting -> setting.is(Trait.SECRET)).forEach(check::look);
  }

  private void look(Setting setting) {
    Optional<String> text = setting.text(settings);
    switch (setting.name()) {
      case MASTER_KEY -> text.ifPresent(this::lookAtKey);
      case REDIS ->
          text.flatMap(GuessableSecrets::passwordOf)
              .filter(password -> Guessable.is(password, null))
              .ifPresent(_ -> tell("the password in AUTH_REDIS_URI"));
      default ->
          text.filter(secret -> Guessable.is(secret, owner(setting)))
              .ifPresent(_ -> tell(setting.name()));
    }
  }

  private void lookAtKey(String key) {
    if (MasterKeyStrength.isExample(key)) {
      tell("AUTH_MASTER_KEY is an example, and no key", KEY_REMEDY);
    } else if (MasterKeyStrength.isText(key)) {
      findings.doubtful("AUTH_MASTER_KEY is made of text, and not by chance", KEY_REMEDY);
    }
  }

  private static Optional<String> passwordOf(String uri) {
    try {
      return Optional.of(URI.create(uri))
          .filter(address -> String.valueOf(address.getScheme()).startsWith("redis"))
          // Not the user info, which a URI of several hosts does not tell.
          .map(URI::getRawAuthority)
          .filter(authority -> authority.contains("@"))
          .map(authority -> authority.substring(0, authority.lastIndexOf('@')))
          .map(info -> info.substring(info.indexOf(':') + 1).replace("+", "%2B"))
          .map(password -> URLDecoder.decode(password, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private @Nullable String owner(Setting setting) {
    return OWNERS.entrySet().stream()
        .filter(pair -> setting.property().endsWith(pair.getKey()))
        .map(pair -> setting.property().replace(pair.getKey(), pair.getValue()))
        .flatMap(property -> settings.getProperty(property, String.class).stream())
        .findFirst()
        .orElse(null);
  }

  private void tell(String secret) {
    tell(secret + " is one that anybody would try", "choose another: openssl rand -base64 24");
  }

  private void tell(String observed, String remedy) {
    if (DevMode.isOn(settings)) {
      findings.doubtful(observed, remedy);
    } else {
      findings.wrong(observed, remedy);
    }
  }
}
