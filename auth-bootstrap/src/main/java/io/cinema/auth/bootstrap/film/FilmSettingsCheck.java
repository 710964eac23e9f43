package io.cinema.auth.bootstrap.film;

import io.cinema.auth.bootstrap.config.check.GuessableSecrets;
import io.cinema.auth.bootstrap.config.check.UnreadableSettings;
import io.cinema.auth.bootstrap.config.setting.Findings;
import io.cinema.auth.bootstrap.config.setting.Setting;
import io.cinema.auth.bootstrap.config.setting.Settings;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.value.PropertyResolver;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Looks at the settings of films by themselves. */
public final class FilmSettingsCheck {
  private static final List<String> OF_THE_SERVICE =
      List.of(
          "AUTH_MODE",
          "AUTH_LOG_LEVEL",
          "AUTH_LOG_FORMAT",
          "AUTH_DATABASE_PASSWORD",
          "AUTH_MIGRATION_PASSWORD");

  private static final List<Consumer<FilmSettings>> ALL =
      List.of(
          FilmSettings::databaseUrl,
          FilmSettings::databaseUser,
          FilmSettings::databasePassword,
          films -> films.migrationUser().ifPresent(_ -> films.migrationPassword()),
          FilmSettings::openSearch,
          films -> films.openSearchUser().ifPresent(_ -> films.openSearchPassword()),
          FilmSettings::index,
          films -> films.sync(false));

  private FilmSettingsCheck() {}

  /** What can't be used whatever the process is to do. */
  public static Findings look(PropertyResolver settings) {
    Findings findings = new Findings();
    UnreadableSettings.look(used(settings), settings, findings);
    GuessableSecrets.look(used(settings), settings, findings);
    return findings;
  }

  /** The same, and what is missing; nothing where no index of films is named. */
  public static Findings lookAtAll(PropertyResolver settings) {
    Findings findings = new Findings();
    if (Settings.named("AUTH_FILMS_OPENSEARCH_URL").text(settings).isPresent()) {
      findings.addAll(look(settings).list());
      if (!findings.areWrong()) {
        FilmSettings films = new FilmSettings(settings);
        ALL.forEach(setting -> attempt(() -> setting.accept(films), findings));
      }
    }
    return findings;
  }

  /** No password of the service that goes elsewhere. */
  private static Stream<Setting> used(PropertyResolver settings) {
    boolean own = new FilmSettings(settings).hasOwnDatabase();
    return Stream.concat(
        Settings.FILMS.settings().stream(),
        OF_THE_SERVICE.stream()
            .filter(name -> !own || !name.endsWith("_PASSWORD"))
            .map(Settings::named));
  }

  private static void attempt(Runnable reading, Findings findings) {
    try {
      reading.run();
    } catch (ConfigurationException unusable) {
      findings.wrong(
          String.valueOf(unusable.getMessage()), "docs/configuration.md has the settings of films");
    }
  }
}
