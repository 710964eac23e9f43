package io.cinema.auth.bootstrap.config.source;

import io.cinema.auth.bootstrap.config.setting.Findings;
import io.cinema.auth.bootstrap.config.setting.Setting;
import io.cinema.auth.bootstrap.config.setting.Setting.Trait;
import java.util.LinkedHashMap;
import java.util.Map;

/** One place that tells settings: the environment, or the file. */
final class Place {
  /** Behind the name of a secret, the variable that says in which file it is. */
  static final String INDIRECT = "_FILE";

  private final Map<String, Setting> known;
  private final Findings findings;
  private final Map<String, Told> told = new LinkedHashMap<>();

  /**
   * @param known all settings by their names
   */
  Place(Map<String, Setting> known, Findings findings) {
    this.known = known;
    this.findings = findings;
  }

  /** What is told here, by the names of the settings. */
  Map<String, Told> told() {
    return told;
  }

  /**
   * @param variable the name of a setting, or of the file that a secret is in
   * @param where the name for people, with where it stands
   * @return false when there is no such setting
   */
  boolean take(String variable, String value, String where) {
    if (known.containsKey(variable)) {
      put(variable, new Told.Directly(value), where);
      return true;
    }
    if (!variable.endsWith(INDIRECT)) {
      return false;
    }
    String secret = variable.substring(0, variable.length() - INDIRECT.length());
    Setting setting = known.get(secret);
    if (setting == null || !setting.is(Trait.SECRET)) {
      return false;
    }
    put(secret, new Told.ByFile(value), where);
    return true;
  }

  private void put(String setting, Told how, String where) {
    if (told.put(setting, how) != null) {
      findings.wrong(
          where + " tells what is told already",
          "leave " + setting + " or " + setting + INDIRECT + " out");
    }
  }
}
