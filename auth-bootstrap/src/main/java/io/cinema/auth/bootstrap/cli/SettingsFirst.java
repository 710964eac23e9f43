package io.cinema.auth.bootstrap.cli;

import io.cinema.auth.application.diagnosis.Diagnose;
import io.cinema.auth.bootstrap.config.check.SettingsCheck;
import io.cinema.auth.bootstrap.film.FilmSettingsCheck;
import io.cinema.auth.bootstrap.wiring.SettingsInUse;
import io.cinema.auth.cli.shell.ExitCode;
import io.cinema.auth.cli.shell.Refusal;
import io.cinema.auth.domain.diagnosis.Finding;
import io.cinema.auth.domain.diagnosis.Finding.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Looks at the settings, and at the rest if they let it. */
final class SettingsFirst implements Diagnose {
  private static final String SUBJECT = "settings";

  private final CliContext context;

  SettingsFirst(CliContext context) {
    this.context = context;
  }

  @Override
  public List<Finding> findings() {
    return context
        .nowhere()
        .map(
            why ->
                List.of(
                    Finding.away(
                        SUBJECT, why, "start bin/run, or set the AUTH_ variables of the service")))
        .orElseGet(this::settingsAndRest);
  }

  private List<Finding> settingsAndRest() {
    List<Finding> findings = new ArrayList<>(context.sources().list());
    findings.addAll(SettingsCheck.look(context.settings()));
    findings.addAll(FilmSettingsCheck.lookAtAll(context.settings()).list());
    if (findings.stream().noneMatch(finding -> finding.verdict() == Verdict.WRONG)) {
      findings.addAll(rest());
    }
    return findings;
  }

  private List<Finding> rest() {
    try {
      // The service makes it at its start, and ends where it can't.
      SettingsInUse _ = context.bean(SettingsInUse.class);
      return context.bean(Diagnose.class).findings();
    } catch (Refusal refusal) {
      String why = String.valueOf(refusal.getMessage());
      return List.of(
          refusal.exitCode() == ExitCode.AWAY
              ? Finding.away(SUBJECT, why, "see that it runs, and that its address is right")
              : Finding.wrong(SUBJECT, why, "set it as docs/configuration.md says"));
    }
  }
}
