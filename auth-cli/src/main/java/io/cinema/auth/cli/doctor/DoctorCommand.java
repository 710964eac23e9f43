package io.cinema.auth.cli.doctor;

import io.cinema.auth.cli.output.Document;
import io.cinema.auth.cli.output.Format;
import io.cinema.auth.cli.output.Printable;
import io.cinema.auth.cli.output.Table;
import io.cinema.auth.cli.shell.ExitCode;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.domain.diagnosis.Finding;
import io.cinema.auth.domain.diagnosis.Finding.Verdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}. */
@Command(
    name = "doctor",
    description = {
      "Look whether everything is as the service needs it, and say what to do where it is not.",
      "Exits with 0 when it works, 1 when something is wrong, 3 when only a backend is away."
    })
public final class DoctorCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin Format format = new Format();

  public DoctorCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    List<Finding> findings = shell.useCases().diagnose().findings();
    format.print(
        shell.out(),
        Document.list(findings, DoctorCommand::document),
        people -> print(people, findings));
    return exitCode(findings);
  }

  private static Map<String, @Nullable Object> document(Finding finding) {
    return new Document()
        .with("subject", finding.subject())
        .with("verdict", word(finding))
        .with("observed", finding.observed())
        .with("remedy", finding.remedy())
        .fields();
  }

  private void print(PrintWriter out, List<Finding> findings) {
    Table table = new Table("WHAT", "IS", "SEEN");
    for (Finding finding : findings) {
      Table _ = table.row(finding.subject(), word(finding), finding.observed());
    }
    table.print(out, format.ansi());
    findings.stream()
        .filter(finding -> finding.remedy() != null)
        .forEach(finding -> printRemedy(out, finding));
  }

  private static void printRemedy(PrintWriter out, Finding finding) {
    out.println();
    out.println(Printable.of(finding.subject() + " is " + word(finding) + ". What to do:"));
    out.println("  " + Printable.of(String.valueOf(finding.remedy())));
  }

  /** What is wrong stays wrong when a backend comes back: that comes first. */
  private static int exitCode(List<Finding> findings) {
    if (findings.stream().anyMatch(finding -> finding.verdict() == Verdict.WRONG)) {
      return ExitCode.REFUSED;
    }
    return findings.stream().anyMatch(finding -> finding.verdict() == Verdict.AWAY)
        ? ExitCode.AWAY
        : ExitCode.DONE;
  }

  private static String word(Finding finding) {
    return finding.verdict().name().toLowerCase(Locale.ROOT);
  }
}
