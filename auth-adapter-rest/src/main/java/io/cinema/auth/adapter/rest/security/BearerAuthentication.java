package io.cinema.auth.adapter.rest.security;

import io.cinema.auth.domain.role.RoleName;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import io.micronaut.security.authentication.Authentication;
import java.util.Collection;
import java.util.Map;

/** Somebody whose access token counts. */
public final class BearerAuthentication implements Authentication {
  private static final long serialVersionUID = 1L;

  private final transient VerifiedAccessToken token;

  BearerAuthentication(VerifiedAccessToken token) {
    this.token = token;
  }

  /** The token of a request that a route's rule let through. */
  public static VerifiedAccessToken token(Authentication who) {
    if (who instanceof BearerAuthentication bearer) {
      return bearer.token;
    }
    throw new IllegalStateException("authenticated by something else than a bearer token");
  }

  @Override
  public String getName() {
    return token.user().toString();
  }

  @Override
  public Collection<String> getRoles() {
    return token.roles().stream().map(RoleName::value).toList();
  }

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of();
  }
}
