package io.cinema.auth.cli.film;

import io.cinema.auth.cli.output.Document;
import io.cinema.auth.cli.output.Format;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.film.etl.label.CountLabels;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code films labels}. */
@Command(
    name = "labels",
    description = "List the labels, how many films carry each, and what one needs to watch them.")
public final class ListLabels implements Runnable {
  private final Shell shell;

  @Mixin Format format = new Format();

  public ListLabels(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    List<CountLabels.Counted> all = shell.useCases().countLabels().count();
    format.print(shell.out(), Document.list(all, LabelView::document), LabelView.table(all));
  }
}
