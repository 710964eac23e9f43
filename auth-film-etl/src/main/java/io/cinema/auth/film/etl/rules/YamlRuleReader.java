package io.cinema.auth.film.etl.rules;

import io.cinema.auth.film.etl.label.BadRulesException;
import io.cinema.auth.film.etl.label.LabelRule;
import io.cinema.auth.film.etl.port.RuleReader;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads rules from YAML 1.2: a list, of which the first rule that a film meets decides. {@code
 * docs/command-line.md} shows the form.
 */
public final class YamlRuleReader implements RuleReader {

  @Override
  public List<LabelRule> read(String text) {
    List<LabelRule> rules = new ArrayList<>();
    int catchAll = 0;
    for (Node node : items(YamlText.root(text))) {
      int number = rules.size() + 1;
      LabelRule rule = RuleNode.of(number, node).rule();
      requireReachable(number, catchAll);
      catchAll = isCatchAll(rule) ? number : 0;
      rules.add(rule);
    }
    return List.copyOf(rules);
  }

  private static List<Node> items(Node root) {
    if (!(root instanceof SequenceNode list) || !list.getTag().equals(Tag.SEQ)) {
      throw new BadRulesException("the file must be a list of rules, each starting with a dash");
    }
    if (list.getValue().isEmpty()) {
      throw new BadRulesException("there is no rule in the file");
    }
    return list.getValue();
  }

  /** Whoever writes a rule means it to do something. */
  private static void requireReachable(int number, int catchAll) {
    if (catchAll > 0) {
      throw new BadRulesException(
          "rule %d: can never be reached, as rule %d has no conditions and takes every film"
              .formatted(number, catchAll));
    }
  }

  private static boolean isCatchAll(LabelRule rule) {
    return rule.genres().isEmpty()
        && rule.ratedFrom() == null
        && rule.ratedBelow() == null
        && rule.releasedFrom() == null
        && rule.releasedBefore() == null;
  }
}
