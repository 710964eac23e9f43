package io.cinema.auth.film.etl.rules;

import io.cinema.auth.film.etl.label.BadRulesException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads one YAML document as nodes. Nothing is made of tags, and an alias is never copied: what one
 * writes in a page takes no more than a page.
 */
final class YamlText {
  private static final int LONGEST = 100_000;
  private static final int MOST_ALIASES = 20;

  /** A list of rules with lists of genres needs three. The composer goes as deep as the text. */
  private static final int DEEPEST = 10;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setLabel("rules")
          .setAllowDuplicateKeys(false)
          .setAllowRecursiveKeys(false)
          .setMaxAliasesForCollections(MOST_ALIASES)
          .setCodePointLimit(LONGEST)
          .build();

  private YamlText() {}

  /**
   * @throws BadRulesException when it is no YAML, or empty, or more than a file of rules can need
   */
  static Node root(String text) {
    if (text.length() > LONGEST) {
      throw new BadRulesException("the file is longer than " + LONGEST + " characters");
    }
    try {
      requireFlat(text);
      return new Compose(SETTINGS)
          .composeString(text)
          .orElseThrow(() -> new BadRulesException("there is no rule in the file"));
    } catch (MarkedYamlEngineException bad) {
      String where = bad.getProblemMark().map(YamlText::place).orElse("");
      throw noYaml(where, in(bad.getContext()) + bad.getProblem());
    } catch (ReaderException bad) {
      throw noYaml(place(text, bad.getPosition()), "it holds a character that nobody sees");
    } catch (YamlEngineException bad) {
      throw noYaml("", String.valueOf(bad.getMessage()));
    }
  }

  private static String in(@Nullable String context) {
    return context == null || context.isEmpty() ? "" : context + ": ";
  }

  private static BadRulesException noYaml(String where, String problem) {
    return new BadRulesException(
        where + "this is no YAML: " + problem.replaceAll("\\s+", " ").strip());
  }

  private static void requireFlat(String text) {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
        String where = event.getStartMark().map(YamlText::place).orElse("");
        throw new BadRulesException(where + "lists stand in lists too deep");
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
  }

  private static String place(Mark mark) {
    return place(mark.getLine(), mark.getColumn());
  }

  /**
   * @param position in code points, as the reader counts them
   */
  private static String place(String text, int position) {
    String before = text.substring(0, text.offsetByCodePoints(0, position));
    int line = (int) before.chars().filter(one -> one == '\n').count();
    String ofLine = before.substring(before.lastIndexOf('\n') + 1);
    return place(line, ofLine.codePointCount(0, ofLine.length()));
  }

  private static String place(int line, int column) {
    return "line %d, column %d: ".formatted(line + 1, column + 1);
  }
}
