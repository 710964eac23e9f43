package io.cinema.auth.adapter.rest.role;

import io.cinema.auth.domain.role.PermissionSet;
import java.util.List;

/** Says which permissions stand in an administrator's way. */
final class Lacking {
  private static final int MOST_NAMED = 10;

  private Lacking() {}

  /** A sentence such as {@code You do not hold films:delete, films:write.} */
  static String sentence(PermissionSet lacking) {
    List<String> words = lacking.words();
    String named = String.join(", ", words.subList(0, Math.min(words.size(), MOST_NAMED)));
    return words.size() <= MOST_NAMED
        ? "You do not hold " + named + "."
        : "You do not hold " + named + " and " + (words.size() - MOST_NAMED) + " more.";
  }
}
