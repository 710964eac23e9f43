package io.cinema.auth.bootstrap.config.source;

import io.cinema.auth.bootstrap.config.setting.Findings;
import io.cinema.auth.bootstrap.config.setting.Setting;
import io.cinema.auth.bootstrap.config.setting.Setting.Trait;
import io.cinema.auth.bootstrap.config.setting.Settings;
import io.cinema.auth.bootstrap.config.setting.Type;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.env.PropertySourcePropertyResolver;
import io.micronaut.core.value.PropertyResolver;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the operator set, wherever that was: in variables that begin with {@code AUTH_}; for what
 * those don't tell, in the file that {@code AUTH_CONFIG_FILE} names; and for secrets, in files of
 * their own, which a variable with {@code _FILE} behind its name names. What is blank is not set.
 *
 * <p>Making one never fails: what is wrong is told by {@link #findings()}.
 */
public final class SettingSources {
  private static final String CONFIG_FILE = "AUTH_CONFIG_FILE";
  private static final String OIDC = "AUTH_OAUTH_OIDC";
  private static final String LIST = "docs/configuration.md lists them";

  private final Findings findings = new Findings();
  private final Map<String, String> environment;
  private final Map<String, String> variables;
  private final @Nullable String path;
  private final Map<String, Setting> known;
  private final Map<String, String> values = new LinkedHashMap<>();

  private SettingSources(Map<String, String> environment) {
    this.environment = Variables.ours(environment);
    this.variables = Variables.telling(this.environment);
    this.path = variables.get(CONFIG_FILE);
    ConfigurationFile file = file();
    this.known = Settings.all(variables.getOrDefault(OIDC, file.values().get(OIDC)));
    Map<String, Told> all = new HashMap<>(toldBy(file));
    all.putAll(toldByVariables());
    all.forEach((name, how) -> value(name, how).ifPresent(value -> values.put(name, value)));
  }

  /**
   * @param environment all variables of this process
   */
  public static SettingSources of(Map<String, String> environment) {
    return new SettingSources(environment);
  }

  private ConfigurationFile file() {
    if (path == null) {
      return ConfigurationFile.of("", "", findings);
    }
    try {
      return ConfigurationFile.of(path, TextFile.read(path), findings);
    } catch (TextFile.UnreadableException unreadable) {
      findings.wrong(
          CONFIG_FILE + " names " + path + ", which can't be read: " + unreadable.why(),
          "name a file of settings, or leave it out");
      return ConfigurationFile.of(path, "", findings);
    }
  }

  private Map<String, Told> toldByVariables() {
    Place place = new Place(known, findings);
    variables.forEach(
        (name, value) -> {
          if (!place.take(name, value, name)) {
            findings.doubtful(name + " is no setting", LIST);
          }
        });
    return place.told();
  }

  private Map<String, Told> toldBy(ConfigurationFile file) {
    Place place = new Place(known, findings);
    file.values()
        .forEach(
            (name, value) -> {
              if (!place.take(name, value, file.where(name))) {
                findings.wrong(file.where(name) + " is no setting", LIST);
              } else if (is(name, Trait.VARIABLE_ONLY)) {
                findings.wrong(
                    file.where(name) + " is not read from there", "set it as a variable");
              }
            });
    warnOfReaders(place.told());
    // Blank is not set, but it has to be a name that we know.
    place.told().values().removeIf(how -> how instanceof Told.Directly(var text) && text.isBlank());
    return place.told();
  }

  private void warnOfReaders(Map<String, Told> told) {
    boolean secret =
        told.entrySet().stream()
            .anyMatch(
                setting ->
                    is(setting.getKey(), Trait.SECRET)
                        && setting.getValue() instanceof Told.Directly(var text)
                        && !text.isBlank()
                        && isSecret(setting.getKey(), text));
    if (secret && path != null && TextFile.isOpenToAll(path)) {
      findings.doubtful(
          "the file " + path + " has a secret in it, and everybody on this machine may read it",
          "chmod o-r it");
    }
  }

  /** An address is one when it holds a password. */
  private boolean isSecret(String name, String text) {
    return !Settings.named(name).type().equals(Type.ADDRESS) || text.contains("@");
  }

  private Optional<String> value(String name, Told how) {
    return switch (how) {
      case Told.Directly(var value) -> Optional.of(value);
      case Told.ByFile(var file) -> secret(name + Place.INDIRECT, file);
    };
  }

  private Optional<String> secret(String variable, String file) {
    try {
      String secret = TextFile.read(file).replaceFirst("\\R\\z", "");
      if (!secret.isBlank() && secret.lines().count() == 1) {
        return Optional.of(secret);
      }
      findings.wrong(
          "the file that " + variable + " names has not one line",
          "write the secret into it, and nothing else");
    } catch (TextFile.UnreadableException unreadable) {
      findings.wrong(
          "the file that " + variable + " names can't be read: " + unreadable.why(),
          "name one that has the secret in it");
    }
    return Optional.empty();
  }

  private boolean is(String name, Trait trait) {
    Setting setting = known.get(name);
    return setting != null && setting.is(trait);
  }

  /** What is wrong with them by where they are, and what had better be otherwise. */
  public Findings findings() {
    return findings;
  }

  /** What a setting is set to. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** All of it, by itself. */
  public PropertyResolver resolver() {
    return new PropertySourcePropertyResolver(new OperatorsProperties(values));
  }

  /** All of it for a context, which then does not look for it by itself. */
  public ApplicationContextBuilder configure(ApplicationContextBuilder context) {
    return context
        .environmentVariableExcludes(environment.keySet().toArray(String[]::new))
        .propertySources(new OperatorsProperties(values));
  }

  /** Hands on what the logging reads by itself; before anything is logged. */
  public void tellLogging() {
    values.forEach(
        (name, value) -> {
          if (is(name, Trait.LOGGING) && System.getProperty(name) == null) {
            System.setProperty(name, value);
          }
        });
  }
}
