package io.cinema.auth.film.etl.opensearch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** The names of our indices: the alias that searches use, and when each was made. */
final class Names {
  // What may go into a path and a pattern, where a comma or a star would mean other indices.
  private static final Pattern ALIAS = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,199}");
  private static final DateTimeFormatter MADE =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final String alias;
  private final Pattern index;

  /**
   * @throws IllegalArgumentException when that is no name for an alias
   */
  Names(String alias) {
    if (!ALIAS.matcher(alias).matches()) {
      throw new IllegalArgumentException(
          "the name of an index is lower-case letters, digits, dots, dashes and underscores");
    }
    this.alias = alias;
    this.index = Pattern.compile(Pattern.quote(alias) + "-\\d{8}-\\d{6}-\\d{3}");
  }

  String alias() {
    return alias;
  }

  /** Matches all of ours, and maybe others. */
  String pattern() {
    return alias + "-*";
  }

  /**
   * Of an index that is made now. In the order of text, a later one comes later, even if a clock
   * went back.
   *
   * @param others ours that are there
   */
  String next(Instant now, Collection<String> others) {
    String name = alias + "-" + MADE.format(now);
    if (others.isEmpty()) {
      return name;
    }
    String last = Collections.max(others);
    return name.compareTo(last) > 0 ? name : next(made(last).plusMillis(1), List.of());
  }

  private Instant made(String index) {
    return MADE.parse(index.substring(alias.length() + 1), Instant::from);
  }

  boolean isOurs(String name) {
    return index.matcher(name).matches();
  }

  /**
   * An alias that an index has for itself, through which it is written. A write that requires an
   * alias can't make an index, however OpenSearch is set up: when the index was deleted, its alias
   * is gone too, and the write is refused.
   */
  static String forWriting(String index) {
    return index + "-write";
  }
}
