package io.cinema.auth.domain.account;

import io.cinema.auth.domain.login.UserAgent;
import io.cinema.auth.domain.value.InvalidValueException;
import io.cinema.auth.domain.value.Text;
import java.util.List;

/**
 * Patterns of the user agents that may sign in; empty allows any. {@code *} stands for any run of
 * characters, everything else for itself, upper and lower case alike, over the whole agent.
 */
public record AllowedAgents(List<String> patterns) {
  private static final int MOST = 20;
  private static final int LONGEST = 200;

  public static final AllowedAgents ANY = new AllowedAgents(List.of());

  /**
   * @throws InvalidValueException for field {@code allowed_agents}: {@code too_many}, {@code
   *     too_short}, {@code too_long}, {@code unsafe_text}
   */
  public AllowedAgents {
    if (patterns.size() > MOST) {
      throw new InvalidValueException(
          "allowed_agents", "too_many", "must have at most " + MOST + " patterns");
    }
    patterns =
        patterns.stream()
            .map(p -> Text.checked("allowed_agents", p, 1, LONGEST))
            .distinct()
            .toList();
  }

  public boolean allows(UserAgent agent) {
    return patterns.isEmpty() || patterns.stream().anyMatch(p -> matches(p, agent.value()));
  }

  /**
   * Glob matching with one backtrack point: at most pattern times agent steps, where a regular
   * expression could explode.
   */
  private static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length() && sameIgnoringCase(pattern.charAt(p), text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private static boolean sameIgnoringCase(char a, char b) {
    return a == b
        || Character.toLowerCase(Character.toUpperCase(a))
            == Character.toLowerCase(Character.toUpperCase(b));
  }
}
