package io.cinema.auth.bootstrap.config.source;

import io.cinema.auth.bootstrap.config.setting.Findings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of lines {@code AUTH_NAME=value}, as {@code docker --env-file} and systemd's {@code
 * EnvironmentFile} take them. Blank lines and those that begin with {@code #} say nothing; space
 * around a line and around a value does not count, nor do quotes around a value. Nothing is
 * escaped, expanded or continued.
 */
final class ConfigurationFile {
  /** A name at most so long is told to the operator; the rest of a line may be a secret. */
  private static final Pattern LINE = Pattern.compile("(?<name>AUTH_[A-Z0-9_]{1,80})=(?<value>.*)");

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

  private final String place;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final Findings findings;

  private ConfigurationFile(String place, Findings findings) {
    this.place = place;
    this.findings = findings;
  }

  /**
   * @param place the path of the file, for people
   * @param findings where to tell of lines that can't be read
   */
  static ConfigurationFile of(String place, String content, Findings findings) {
    ConfigurationFile file = new ConfigurationFile(place, findings);
    int number = 0;
    for (String line : content.split("\r?\n", -1)) {
      file.read(++number, line.strip());
    }
    return file;
  }

  private void read(int number, String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      findings.wrong(
          "line " + number + " of " + place + " is not AUTH_NAME=value",
          "write it so, or begin it with #");
    } else if (numbers.containsKey(parts.group("name"))) {
      findings.wrong(
          where(number, parts.group("name")) + " is there a second time", "leave one of them");
    } else {
      assign(number, parts.group("name"), parts.group("value").strip());
    }
  }

  private void assign(int number, String name, String value) {
    numbers.put(name, number);
    Matcher quoted = QUOTED.matcher(value);
    if (quoted.matches()) {
      values.put(name, quoted.group(1) == null ? quoted.group(2) : quoted.group(1));
    } else if (value.startsWith("\"") || value.startsWith("'")) {
      findings.wrong(
          where(number, name) + " begins with a quote and does not end with it",
          "write it without quotes, or with those of the other kind around it");
    } else {
      values.put(name, value);
    }
  }

  /** What is told, by names of variables. */
  Map<String, String> values() {
    return values;
  }

  /** A name and where it stands. */
  String where(String name) {
    return where(numbers.getOrDefault(name, 0), name);
  }

  private String where(int number, String name) {
    return name + " in line " + number + " of " + place;
  }
}
