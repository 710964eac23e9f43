package io.cinema.auth.bootstrap.film;

import io.cinema.auth.domain.access.AccessPolicy;
import io.cinema.auth.domain.access.ContentLabel;
import io.cinema.auth.domain.access.Visitor;
import io.cinema.auth.domain.access.Watchable;
import io.cinema.auth.domain.role.PermissionSet;
import java.util.Collection;
import java.util.Map;

/** How a search service narrows a search down to what somebody may watch. */
public final class SearchFilter {
  private SearchFilter() {}

  /**
   * Whoever bears an access token.
   *
   * @param permissions of the answer to GET /api/v1/users/me/permissions, asked with that token
   */
  public static Map<String, Object> signedIn(Collection<String> permissions) {
    return of(new Visitor.Member(PermissionSet.parse(permissions)));
  }

  /** Whoever bears none, or one that is refused. Also when the auth service can't be asked. */
  public static Map<String, Object> anonymous() {
    return of(new Visitor.Anonymous());
  }

  private static Map<String, Object> of(Visitor who) {
    return switch (AccessPolicy.watchable(who)) {
      case Watchable.Everything _ -> Map.of("match_all", Map.of());
      case Watchable.Labelled(var labels) ->
          Map.of(
              "terms",
              Map.of("access_label", labels.stream().map(ContentLabel::value).sorted().toList()));
    };
  }
}
