package io.cinema.auth.bootstrap.config;

import java.util.List;

/** Lists as operators write them. */
final class Words {
  private Words() {}

  /** Without those that say nothing. */
  static List<String> filled(List<String> words) {
    return words.stream().map(String::strip).filter(word -> !word.isEmpty()).toList();
  }
}
