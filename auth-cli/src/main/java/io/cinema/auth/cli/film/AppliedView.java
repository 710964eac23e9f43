package io.cinema.auth.cli.film;

import io.cinema.auth.cli.output.Document;
import io.cinema.auth.cli.output.Table;
import io.cinema.auth.film.etl.film.LabelledFilm;
import io.cinema.auth.film.etl.label.ApplyLabelRules;
import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** How is shown what rules did, or would do. */
record AppliedView(ApplyLabelRules.Applied applied, boolean dryRun) {

  Map<String, @Nullable Object> document() {
    return new Document()
        .with("dry_run", dryRun)
        .with("films", applied.films())
        .with("changed", changed())
        .with("changes", applied.changes().stream().map(AppliedView::document).toList())
        .with("examples", applied.examples().stream().map(AppliedView::document).toList())
        .fields();
  }

  private static Map<String, @Nullable Object> document(ApplyLabelRules.Relabelled change) {
    return new Document()
        .with("from", change.from())
        .with("to", change.to())
        .with("films", change.films())
        .fields();
  }

  private static Map<String, @Nullable Object> document(ApplyLabelRules.Example example) {
    return FilmView.document(example.film()).with("to", example.to()).fields();
  }

  void print(PrintWriter people, Ansi ansi) {
    if (!applied.changes().isEmpty()) {
      changes().print(people, ansi);
      people.println();
      examples().print(people, ansi);
      people.println();
    }
    people.println(sentence());
  }

  private Table changes() {
    Table table = new Table("FROM", "TO", "FILMS");
    for (ApplyLabelRules.Relabelled change : applied.changes()) {
      Table _ = table.row(change.from(), change.to(), change.films());
    }
    return table;
  }

  private Table examples() {
    Table table = new Table("FOR EXAMPLE", "RELEASED", "GENRES", "RATING", "FROM", "TO");
    for (ApplyLabelRules.Example example : applied.examples()) {
      LabelledFilm film = example.film();
      Table _ =
          table.row(
              film.title(),
              film.creationDate(),
              film.genres(),
              film.imdbRating(),
              film.label(),
              example.to());
    }
    return table;
  }

  private String sentence() {
    String of = changed() + " of " + FilmView.counted(applied.films());
    return dryRun ? of + " would get another label; nothing is changed" : of + " got another label";
  }

  private long changed() {
    return applied.changes().stream().mapToLong(ApplyLabelRules.Relabelled::films).sum();
  }
}
