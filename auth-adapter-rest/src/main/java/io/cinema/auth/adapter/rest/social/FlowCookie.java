package io.cinema.auth.adapter.rest.social;

import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.token.AccessTokenTerms;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Binds a flow to the browser that began it (RFC 6819 section 5.3.5). It authenticates nobody, and
 * nothing but the browser's way back reads it.
 */
@Singleton
final class FlowCookie {
  static final String NAME = "cinema_oauth_flow";
  private static final String PATH = "/api/v1/oauth";

  private final boolean secure;

  FlowCookie(AccessTokenTerms terms) {
    this.secure = terms.issuer().startsWith("https:");
  }

  Cookie holding(Secret flowToken, Duration life) {
    return cookie(flowToken.reveal(), life);
  }

  /** Makes the browser forget it. */
  Cookie expired() {
    return cookie("", Duration.ZERO);
  }

  /** Lax: the network sends the browser back from its own site. */
  private Cookie cookie(String value, Duration life) {
    return Cookie.of(NAME, value)
        .path(PATH)
        .maxAge(life)
        .httpOnly()
        .secure(secure)
        .sameSite(SameSite.Lax);
  }
}
