package io.cinema.auth.domain.example;

import io.cinema.auth.domain.access.AccessPolicy;
import io.cinema.auth.domain.access.ContentLabel;
import io.cinema.auth.domain.access.Decision;
import io.cinema.auth.domain.access.Visitor;
import io.cinema.auth.domain.role.Permission;
import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.role.RoleName;
import java.util.Collection;
import java.util.Map;

/** Takes reviews of films: one must hold {@code reviews:write} and be allowed to watch the film. */
public final class ReviewDesk {
  private static final Permission WRITE = Permission.parse("reviews:write");

  private final Map<RoleName, PermissionSet> roles;

  /**
   * @param roles what each role allows here, as GET /api/v1/roles of the auth service tells it
   */
  public ReviewDesk(Map<RoleName, PermissionSet> roles) {
    this.roles = Map.copyOf(roles);
  }

  /**
   * Who is asking, by the claims of an access token that the caller has verified.
   *
   * @param roleNames the claim {@code roles}
   * @param superuser the claim {@code superuser}
   */
  public Visitor visitor(Collection<String> roleNames, boolean superuser) {
    if (superuser) {
      return new Visitor.Superuser();
    }
    return new Visitor.Member(
        PermissionSet.union(
            roleNames.stream()
                .map(RoleName::new)
                .map(name -> roles.getOrDefault(name, PermissionSet.NONE))
                .toList()));
  }

  /** Whether the visitor may review a film, and why. */
  public Decision review(Visitor who, ContentLabel film) {
    Decision watching = AccessPolicy.decide(who, film);
    return watching.allowed() ? AccessPolicy.decide(who, WRITE) : watching;
  }
}
