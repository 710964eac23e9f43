package io.cinema.auth.cli.film;

import io.cinema.auth.cli.output.Format;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.film.etl.label.ApplyLabelRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code films label apply}. */
@Command(
    name = "apply",
    description = "Label all films by rules about their genres, rating and date.")
public final class ApplyLabelRulesCommand implements Runnable {
  private final Shell shell;

  @Mixin RuleFile file = new RuleFile();

  @Mixin DryRun dryRun = new DryRun();

  @Mixin Format format = new Format();

  public ApplyLabelRulesCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    String rules = file.read(shell.terminal());
    ApplyLabelRules.Applied applied =
        shell.useCases().applyLabelRules().apply(new ApplyLabelRules.Command(rules, dryRun.wanted));
    AppliedView view = new AppliedView(applied, dryRun.wanted);
    format.print(shell.out(), view.document(), people -> view.print(people, format.ansi()));
  }
}
