package io.cinema.auth.domain.role;

import io.cinema.auth.domain.value.InvalidValueException;
import java.util.regex.Pattern;

/**
 * The right to do an action to a resource, written {@code resource:action}. Either side may be
 * {@code *}, and {@code *} alone is everything. An action may itself hold colons: {@code
 * films:watch:subscription}.
 */
public record Permission(String resource, String action) {
  private static final Pattern RESOURCE = Pattern.compile("\\*|[a-z][a-z0-9_-]{0,63}");
  private static final Pattern ACTION =
      Pattern.compile("\\*|[a-z][a-z0-9_-]{0,63}(:[a-z][a-z0-9_-]{0,63})*");

  /**
   * @throws InvalidValueException for field {@code permission}: {@code bad_permission}
   */
  public Permission {
    if (!RESOURCE.matcher(resource).matches() || !ACTION.matcher(action).matches()) {
      throw bad();
    }
  }

  /**
   * Reads {@code films:read}, {@code films:*} or {@code *}.
   *
   * @throws InvalidValueException for field {@code permission}: {@code bad_permission}
   */
  public static Permission parse(String text) {
    if (text.equals("*")) {
      return new Permission("*", "*");
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw bad();
    }
    return new Permission(text.substring(0, colon), text.substring(colon + 1));
  }

  /** Whether holding this permission is enough where {@code asked} is needed. */
  public boolean covers(Permission asked) {
    return (resource.equals("*") || resource.equals(asked.resource))
        && (action.equals("*") || action.equals(asked.action));
  }

  private static InvalidValueException bad() {
    return new InvalidValueException(
        "permission", "bad_permission", "must read resource:action, or *");
  }

  @Override
  public String toString() {
    return resource.equals("*") && action.equals("*") ? "*" : resource + ":" + action;
  }
}
