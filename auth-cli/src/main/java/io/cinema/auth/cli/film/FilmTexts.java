package io.cinema.auth.cli.film;

import io.cinema.auth.cli.shell.Checked;
import io.cinema.auth.domain.access.ContentLabel;
import io.cinema.auth.film.etl.label.SetLabel;

/** How the parameters about films are read. */
final class FilmTexts {
  private FilmTexts() {}

  static final class FilmText extends Checked<String> {
    FilmText() {
      super(raw -> new SetLabel.Command(raw, ContentLabel.PUBLIC, false, true).film());
    }
  }

  static final class LabelText extends Checked<ContentLabel> {
    LabelText() {
      super(ContentLabel::new);
    }
  }
}
