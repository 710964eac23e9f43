package io.cinema.auth.cli.film;

import io.cinema.auth.cli.output.Document;
import io.cinema.auth.cli.output.Format;
import io.cinema.auth.cli.output.Printable;
import io.cinema.auth.cli.shell.Refusal;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.domain.access.ContentLabel;
import io.cinema.auth.film.etl.film.LabelledFilm;
import io.cinema.auth.film.etl.label.SetLabel;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code films label set}. */
@Command(name = "set", description = "Label one film, or those with a text in their title.")
public final class SetLabelCommand implements Runnable {
  private final Shell shell;

  @Parameters(
      index = "0",
      paramLabel = "<film>",
      converter = FilmTexts.FilmText.class,
      description = "The film's id, or text of its title, in any case of letters.")
  String film = "";

  @Parameters(
      index = "1",
      paramLabel = "<label>",
      converter = FilmTexts.LabelText.class,
      description = "public, registered, subscription, or any other lower-case word.")
  @Nullable ContentLabel label;

  @Option(names = "--all", description = "Label all films with that text in their title.")
  boolean all;

  @Mixin DryRun dryRun = new DryRun();

  @Mixin Format format = new Format();

  public SetLabelCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    SetLabel.Command command =
        new SetLabel.Command(film, Objects.requireNonNull(label), all, dryRun.wanted);
    switch (shell.useCases().setLabel().set(command)) {
      case SetLabel.Labelled labelled -> print(command, labelled);
      case SetLabel.Several(long found, List<LabelledFilm> films) -> throw several(found, films);
      case SetLabel.NoSuchFilm _ ->
          throw new Refusal("there is no film " + Printable.of(command.film()));
    }
  }

  private void print(SetLabel.Command command, SetLabel.Labelled labelled) {
    format.print(
        shell.out(),
        document(command, labelled),
        people -> {
          FilmView.table(labelled.films(), "WAS").print(people, format.ansi());
          printRest(people, labelled.found() - labelled.films().size());
          people.println(sentence(command, labelled));
        });
  }

  private static Map<String, @Nullable Object> document(
      SetLabel.Command command, SetLabel.Labelled labelled) {
    return new Document()
        .with("access_label", command.label())
        .with("dry_run", command.dryRun())
        .with("found", labelled.found())
        .with("changed", labelled.changed())
        .with("films", FilmView.documents(labelled.films()))
        .fields();
  }

  private static String sentence(SetLabel.Command command, SetLabel.Labelled labelled) {
    String of = labelled.changed() + " of " + FilmView.counted(labelled.found());
    return command.dryRun()
        ? of + " would get the label " + command.label() + "; nothing is changed"
        : of + " got the label " + command.label();
  }

  /** What was found goes to where people look, even when a program reads what comes of it. */
  private Refusal several(long found, List<LabelledFilm> films) {
    FilmView.table(films, "LABEL").print(shell.err(), Ansi.OFF);
    printRest(shell.err(), found - films.size());
    return new Refusal(
        FilmView.counted(found)
            + " have that in their title: name one by its id, or label them all with --all");
  }

  private static void printRest(PrintWriter out, long more) {
    if (more > 0) {
      out.println("and " + more + " more");
    }
  }
}
