package io.cinema.auth.domain.role;

import io.cinema.auth.domain.value.InvalidValueException;

/**
 * The right to do an action to a resource, written {@code resource:action}. Either side may be
 * {@code *}, and {@code *} alone is everything. An action may itself hold colons: {@code
 * films:watch:subscription}. A word is a letter and up to 63 more letters, digits, dashes and
 * underscores, all lower-case ASCII; the whole has at most 256 characters.
 */
public record Permission(String resource, String action) {
  /** Stands for every resource, or every action. */
  static final String ANY = "*";

  private static final int LONGEST = 256;
  private static final int LONGEST_WORD = 64;

  /**
   * @throws InvalidValueException for field {@code permission}: {@code bad_permission}
   */
  public Permission {
    if (resource.length() + 1 + action.length() > LONGEST
        || !(resource.equals(ANY) || isWord(resource, 0, resource.length()))
        || !(action.equals(ANY) || areWords(action))) {
      throw bad();
    }
  }

  /**
   * Reads {@code films:read}, {@code films:*} or {@code *}.
   *
   * @throws InvalidValueException for field {@code permission}: {@code bad_permission}
   */
  public static Permission parse(String text) {
    if (text.equals(ANY)) {
      return new Permission(ANY, ANY);
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw bad();
    }
    return new Permission(text.substring(0, colon), text.substring(colon + 1));
  }

  /** Whether holding this permission is enough where {@code asked} is needed. */
  public boolean covers(Permission asked) {
    return (resource.equals(ANY) || resource.equals(asked.resource))
        && (action.equals(ANY) || action.equals(asked.action));
  }

  /** Not a regular expression: an administrator's roles may hold a thousand of these. */
  private static boolean areWords(String text) {
    int start = 0;
    for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', start)) {
      if (!isWord(text, start, colon)) {
        return false;
      }
      start = colon + 1;
    }
    return isWord(text, start, text.length());
  }

  private static boolean isWord(String text, int start, int end) {
    if (start >= end || end - start > LONGEST_WORD || !isLetter(text.charAt(start))) {
      return false;
    }
    for (int i = start + 1; i < end; i++) {
      char c = text.charAt(i);
      if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static InvalidValueException bad() {
    return new InvalidValueException(
        "permission", "bad_permission", "must read resource:action, or *");
  }

  @Override
  public String toString() {
    return resource.equals(ANY) && action.equals(ANY) ? ANY : resource + ":" + action;
  }
}
