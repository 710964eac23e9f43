package io.cinema.auth.film.etl.label;

import io.cinema.auth.film.etl.port.FilmLabels;
import java.util.Comparator;
import java.util.List;

public final class CountLabelsService implements CountLabels {
  private final FilmLabels labels;

  public CountLabelsService(FilmLabels labels) {
    this.labels = labels;
  }

  @Override
  public List<Counted> count() {
    return labels.counts().entrySet().stream()
        .map(entry -> new Counted(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(Counted::films)
                .reversed()
                .thenComparing(counted -> counted.label().value()))
        .toList();
  }
}
