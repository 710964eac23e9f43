package io.cinema.auth.cli.film;

import io.cinema.auth.cli.output.Document;
import io.cinema.auth.cli.output.Table;
import io.cinema.auth.domain.access.ContentLabel;
import io.cinema.auth.film.etl.label.CountLabels;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a label is shown. */
final class LabelView {
  private LabelView() {}

  /** As the search index spells it, which names a permission for {@code registered}, too. */
  static Map<String, @Nullable Object> document(CountLabels.Counted counted) {
    ContentLabel label = counted.label();
    return new Document()
        .with("access_label", label)
        .with("films", counted.films())
        .with("required_permission", label.equals(ContentLabel.PUBLIC) ? null : label.permission())
        .fields();
  }

  static Table table(List<CountLabels.Counted> labels) {
    Table table = new Table("LABEL", "FILMS", "NEEDS");
    for (CountLabels.Counted counted : labels) {
      Table _ = table.row(counted.label(), counted.films(), need(counted.label()));
    }
    return table;
  }

  private static @Nullable Object need(ContentLabel label) {
    if (label.equals(ContentLabel.PUBLIC)) {
      return null;
    }
    return label.equals(ContentLabel.REGISTERED) ? "signed in" : label.permission();
  }
}
