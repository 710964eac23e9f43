package io.cinema.auth.bootstrap.wiring;

import io.cinema.auth.bootstrap.film.FilmBackends;
import io.cinema.auth.bootstrap.film.FilmSettings;
import io.cinema.auth.film.etl.label.ApplyLabelRules;
import io.cinema.auth.film.etl.label.ApplyLabelRulesService;
import io.cinema.auth.film.etl.label.CountLabels;
import io.cinema.auth.film.etl.label.CountLabelsService;
import io.cinema.auth.film.etl.label.SetLabel;
import io.cinema.auth.film.etl.label.SetLabelService;
import io.cinema.auth.film.etl.port.FilmLabels;
import io.cinema.auth.film.etl.postgres.PostgresFilmLabels;
import io.cinema.auth.film.etl.rules.YamlRuleReader;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;

/** The labels of films, for the command line. */
@Factory
final class FilmFactory {

  @Singleton
  FilmLabels filmLabels(Environment settings) {
    return new PostgresFilmLabels(new FilmBackends(new FilmSettings(settings)).database());
  }

  @Singleton
  SetLabel setLabel(FilmLabels labels) {
    return new SetLabelService(labels);
  }

  @Singleton
  ApplyLabelRules applyLabelRules(FilmLabels labels) {
    return new ApplyLabelRulesService(labels, new YamlRuleReader());
  }

  @Singleton
  CountLabels countLabels(FilmLabels labels) {
    return new CountLabelsService(labels);
  }
}
