package io.cinema.auth.bootstrap.config.setting;

import static io.cinema.auth.bootstrap.config.setting.Setting.Trait.LOGGING;
import static io.cinema.auth.bootstrap.config.setting.Setting.Trait.VARIABLE_ONLY;
import static io.cinema.auth.bootstrap.config.setting.Setting.setting;
import static io.cinema.auth.bootstrap.config.setting.Type.FILE;
import static io.cinema.auth.bootstrap.config.setting.Type.TEXT;

import io.cinema.auth.bootstrap.log.LogFormat;
import java.util.List;

/** How the processes themselves are started, and what they say. */
final class ProcessSettings {
  private static final Type LEVEL = Type.oneOf("trace", "debug", "info", "warn", "error", "off");

  private ProcessSettings() {}

  static final Section PROCESSES =
      new Section(
          "Processes",
          List.of(
              setting("auth.config-file", FILE, "a file with any of these settings, see below")
                  .with(VARIABLE_ONLY),
              setting(
                      "auth.log-level",
                      LEVEL,
                      "what the service and `auth-film-etl` log, to standard output")
                  .or("info")
                  .with(LOGGING),
              setting(
                      "auth.log-format",
                      Type.oneOf(LogFormat.Kind.class),
                      "how they log: lines for people, or JSON, see"
                          + " [monitoring.md](monitoring.md#logs)")
                  .or("text")
                  .with(LOGGING),
              setting("auth.cli.log-level", LEVEL, "what `auth-cli` logs, to standard error")
                  .or("warn")
                  .with(LOGGING),
              setting(
                  "auth.debug", TEXT, "set to anything, `auth-cli` shows where a command failed"),
              setting("auth.java-opts", TEXT, "further options for the service's JVM")
                  .with(VARIABLE_ONLY),
              setting(
                      "auth.aot-dir",
                      FILE,
                      "where the distribution's programs keep what the JVM learned; `off` for not"
                          + " at all")
                  .or("`cache`, in the installation")
                  .with(VARIABLE_ONLY),
              setting("auth.data-dir", FILE, "where `bin/run` keeps its data")
                  .or("`data`, in the repository")
                  .with(VARIABLE_ONLY)));
}
