package io.cinema.auth.bootstrap.config.check;

import io.cinema.auth.bootstrap.config.setting.Findings;
import io.cinema.auth.bootstrap.config.setting.Setting;
import io.cinema.auth.bootstrap.config.setting.Settings;
import io.micronaut.core.value.PropertyResolver;
import java.util.stream.Stream;

/**
 * Finds settings whose text is not of the kind they want. Micronaut would go on with the default
 * and say nothing: a policy that is misspelt would be no policy.
 */
public final class UnreadableSettings {
  private UnreadableSettings() {}

  static void look(PropertyResolver settings, Findings findings) {
    look(Settings.service(), settings, findings);
  }

  /** Looks at some of them. */
  public static void look(Stream<Setting> some, PropertyResolver settings, Findings findings) {
    some.filter(setting -> setting.isUnreadable(settings))
        .forEach(
            setting -> findings.wrong(setting.name() + " can't be read", setting.type().remedy()));
  }
}
