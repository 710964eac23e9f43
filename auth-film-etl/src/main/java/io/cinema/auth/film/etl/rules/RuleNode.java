package io.cinema.auth.film.etl.rules;

import io.cinema.auth.domain.access.ContentLabel;
import io.cinema.auth.domain.value.InvalidValueException;
import io.cinema.auth.film.etl.label.BadRulesException;
import io.cinema.auth.film.etl.label.LabelRule;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One rule of a file. All its failures say which one it is. */
final class RuleNode {
  private static final double HIGHEST = 10;
  private static final int LONGEST_SHOWN = 40;

  private final int number;
  private final Map<KeyName, Node> values = new EnumMap<>(KeyName.class);

  private RuleNode(int number) {
    this.number = number;
  }

  /**
   * @param number from 1
   * @throws BadRulesException when it is no rule, or has a key that no rule has, or one twice
   */
  static RuleNode of(int number, Node node) {
    RuleNode rule = new RuleNode(number);
    if (!(node instanceof MappingNode mapping) || !mapping.getTag().equals(Tag.MAP)) {
      throw rule.bad("must be made of keys and values, such as `label: subscription`");
    }
    mapping.getValue().forEach(rule::put);
    return rule;
  }

  private void put(NodeTuple entry) {
    if (!(entry.getKeyNode() instanceof ScalarNode written)) {
      throw bad("has a key that is no word");
    }
    String word = written.getValue();
    KeyName key = KeyName.of(word).orElseThrow(() -> unknown(word));
    if (values.put(key, entry.getValueNode()) != null) {
      throw bad("has `" + word + "` twice");
    }
  }

  private BadRulesException unknown(String word) {
    String guess =
        KeyName.like(word)
            .map(key -> ": did you mean `" + key.word() + "`?")
            .orElse("; there are " + KeyName.all());
    String shown = word.length() > LONGEST_SHOWN ? word.substring(0, LONGEST_SHOWN) + "…" : word;
    return bad("there is no key `" + shown + "`" + guess);
  }

  /**
   * @throws BadRulesException when a value is none, or the rule matches no film at all
   */
  LabelRule rule() {
    Double ratedFrom = rating(KeyName.RATING_FROM);
    Double ratedBelow = rating(KeyName.RATING_BELOW);
    LocalDate releasedFrom = date(KeyName.RELEASED_FROM);
    LocalDate releasedBefore = date(KeyName.RELEASED_BEFORE);
    requireRange(KeyName.RATING_FROM, ratedFrom, KeyName.RATING_BELOW, ratedBelow);
    requireRange(KeyName.RELEASED_FROM, releasedFrom, KeyName.RELEASED_BEFORE, releasedBefore);
    return new LabelRule(label(), genres(), ratedFrom, ratedBelow, releasedFrom, releasedBefore);
  }

  private ContentLabel label() {
    Node node = values.get(KeyName.LABEL);
    if (node == null) {
      throw bad("has no `label`");
    }
    try {
      return new ContentLabel(word(KeyName.LABEL, node));
    } catch (InvalidValueException refused) {
      throw bad("`label` " + refused.sentence());
    }
  }

  private Set<String> genres() {
    Node node = values.get(KeyName.GENRES);
    if (node == null) {
      return Set.of();
    }
    Set<String> genres = new LinkedHashSet<>();
    for (Node one : node instanceof SequenceNode list ? list.getValue() : List.of(node)) {
      boolean _ = genres.add(word(KeyName.GENRES, one));
    }
    if (genres.isEmpty()) {
      throw bad("`genres` must name at least one; leave it out for any");
    }
    return genres;
  }

  private String word(KeyName key, Node node) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)) {
      String word = scalar.getValue().strip();
      if (!word.isEmpty()) {
        return word;
      }
    }
    throw bad("`" + key.word() + "` must be " + (key == KeyName.GENRES ? "words" : "a word"));
  }

  private @Nullable Double rating(KeyName key) {
    Node node = values.get(key);
    if (node == null) {
      return null;
    }
    double rating = number(node);
    if (!(rating >= 0 && rating <= HIGHEST)) {
      throw bad("`" + key.word() + "` must be a number from 0 to 10");
    }
    if (key == KeyName.RATING_BELOW && rating == 0) {
      throw bad("`" + key.word() + "` must be above 0, as no film is rated lower");
    }
    return rating;
  }

  /** NaN when it is none. */
  private static double number(Node node) {
    boolean isNumber = node.getTag().equals(Tag.FLOAT) || node.getTag().equals(Tag.INT);
    if (!isNumber || !(node instanceof ScalarNode scalar)) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(scalar.getValue());
    } catch (NumberFormatException infinite) {
      return Double.NaN;
    }
  }

  private @Nullable LocalDate date(KeyName key) {
    Node node = values.get(key);
    if (node == null) {
      return null;
    }
    return RuleDate.parse(node instanceof ScalarNode scalar ? scalar.getValue() : "")
        .orElseThrow(() -> bad("`" + key.word() + "` must be a day such as 1999-12-31"));
  }

  private <T extends Comparable<? super T>> void requireRange(
      KeyName first, @Nullable T from, KeyName last, @Nullable T below) {
    if (from != null && below != null && from.compareTo(below) >= 0) {
      throw bad(
          "`%s` must be below `%s`, or no film can match".formatted(first.word(), last.word()));
    }
  }

  private BadRulesException bad(String what) {
    return new BadRulesException("rule " + number + ": " + what);
  }
}
