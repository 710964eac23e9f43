package io.cinema.auth.film.etl.label;

import io.cinema.auth.domain.access.ContentLabel;
import io.cinema.auth.film.etl.film.LabelledFilm;
import io.cinema.auth.film.etl.port.FilmLabels;
import io.cinema.auth.film.etl.port.RuleReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

public final class ApplyLabelRulesService implements ApplyLabelRules {
  private static final Comparator<Relabelled> MOST_FIRST =
      Comparator.comparingLong(Relabelled::films)
          .reversed()
          .thenComparing(change -> change.from().value())
          .thenComparing(change -> change.to().value());

  private final FilmLabels labels;
  private final RuleReader reader;

  public ApplyLabelRulesService(FilmLabels labels, RuleReader reader) {
    this.labels = labels;
    this.reader = reader;
  }

  @Override
  public Applied apply(Command command) {
    Run run = new Run(reader.read(command.rules()), command.dryRun());
    FilmPages.each(labels::after, run::take);
    return run.applied();
  }

  /** From which label to which. */
  private record Move(ContentLabel from, ContentLabel to) {}

  private final class Run {
    private final List<LabelRule> rules;
    private final boolean dry;
    private final Map<Move, Long> moved = new LinkedHashMap<>();
    private final List<Example> examples = new ArrayList<>();
    private long films;

    Run(List<LabelRule> rules, boolean dry) {
      this.rules = rules;
      this.dry = dry;
    }

    void take(List<LabelledFilm> page) {
      films += page.size();
      moves(page).forEach(this::move);
    }

    /** Somebody else may have labelled some of them meanwhile: only what we change counts. */
    private void move(Move move, List<UUID> ids) {
      long films = dry ? ids.size() : labels.label(ids, move.to());
      Long _ = moved.merge(move, films, Long::sum);
    }

    private Map<Move, List<UUID>> moves(List<LabelledFilm> page) {
      Map<Move, List<UUID>> moves = new LinkedHashMap<>();
      for (LabelledFilm film : page) {
        LabelRule.decide(rules, film)
            .filter(to -> !to.equals(film.label()))
            .ifPresent(to -> note(moves, film, to));
      }
      return moves;
    }

    private void note(Map<Move, List<UUID>> moves, LabelledFilm film, ContentLabel to) {
      boolean _ =
          moves.computeIfAbsent(new Move(film.label(), to), _ -> new ArrayList<>()).add(film.id());
      if (examples.size() < SHOWN) {
        examples.add(new Example(film, to));
      }
    }

    Applied applied() {
      return new Applied(films, changes(), List.copyOf(examples));
    }

    private List<Relabelled> changes() {
      return moved.entrySet().stream()
          .map(one -> new Relabelled(one.getKey().from(), one.getKey().to(), one.getValue()))
          .filter(change -> change.films() > 0)
          .sorted(MOST_FIRST)
          .toList();
    }
  }
}
