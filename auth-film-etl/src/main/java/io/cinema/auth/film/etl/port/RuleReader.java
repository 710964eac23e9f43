package io.cinema.auth.film.etl.port;

import io.cinema.auth.film.etl.label.LabelRule;
import java.util.List;

/** Reads a file of label rules. */
public interface RuleReader {

  /**
   * The rules in their order, at least one.
   *
   * @param text the whole file
   * @throws io.cinema.auth.film.etl.label.BadRulesException when it can't be understood; says which
   *     rule, and what is wrong with it
   */
  List<LabelRule> read(String text);
}
