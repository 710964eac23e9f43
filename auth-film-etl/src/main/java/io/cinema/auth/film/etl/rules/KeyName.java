package io.cinema.auth.film.etl.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a rule can hold. */
enum KeyName {
  LABEL,
  GENRES,
  RATING_FROM,
  RATING_BELOW,
  RELEASED_FROM,
  RELEASED_BEFORE;

  private static final int CLOSE = 3;

  /** As it is written. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<KeyName> of(String word) {
    return Arrays.stream(values()).filter(key -> key.word().equals(word)).findFirst();
  }

  static String all() {
    return Arrays.stream(values()).map(KeyName::word).collect(Collectors.joining(", "));
  }

  /** The key that was probably meant. */
  static Optional<KeyName> like(String word) {
    KeyName best = LABEL;
    for (KeyName key : values()) {
      best = distance(word, key.word()) < distance(word, best.word()) ? key : best;
    }
    return distance(word, best.word()) < Math.min(CLOSE, word.length())
        ? Optional.of(best)
        : Optional.empty();
  }

  /** How many letters must be changed, added or left out to make one word the other. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
