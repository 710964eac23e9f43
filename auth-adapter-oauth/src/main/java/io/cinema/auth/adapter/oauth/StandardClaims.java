package io.cinema.auth.adapter.oauth;

import org.jspecify.annotations.Nullable;

/** Reads the claims of OpenID Connect Core section 5.1. */
final class StandardClaims {
  private StandardClaims() {}

  static Told told(JsonBody claims) {
    return new Told(
        claims.text("email"),
        isTrue(claims.object().get("email_verified")),
        claims.text("preferred_username"),
        claims.text("given_name"),
        claims.text("family_name"));
  }

  /** Some providers write it as a string. */
  private static boolean isTrue(@Nullable Object flag) {
    return Boolean.TRUE.equals(flag) || "true".equals(flag);
  }
}
