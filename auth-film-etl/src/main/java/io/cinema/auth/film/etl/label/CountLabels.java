package io.cinema.auth.film.etl.label;

import io.cinema.auth.domain.access.ContentLabel;
import java.util.List;

/** Tells which labels there are, and on how many films. */
public interface CountLabels {

  /** Most films first, then by label. */
  List<Counted> count();

  record Counted(ContentLabel label, long films) {}
}
