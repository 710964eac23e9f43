package io.cinema.auth.domain.social;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered between sending somebody to a social network and their return: RFC 6749
 * section 4.1 with PKCE (RFC 7636), and the nonce of OpenID Connect.
 *
 * @param state names the flow; comes back from the network
 * @param flowToken binds the flow to the client that began it; the network never sees it
 * @param nonce comes back inside an ID token
 * @param codeVerifier of PKCE
 * @param redirectUri where the network sends the person back to, exactly
 * @param linkingFor whose account the identity is to be linked to; null for a sign-in
 */
public record SocialFlow(
    ProviderName provider,
    Secret state,
    Secret flowToken,
    Secret nonce,
    Secret codeVerifier,
    URI redirectUri,
    @Nullable UserId linkingFor,
    Instant expiresAt) {
  public static final Duration LIFE = Duration.ofMinutes(10);

  /** Whether somebody who comes back may finish it. */
  public boolean isFor(
      ProviderName comingFrom, Secret shown, @Nullable UserId finishing, Instant now) {
    return provider.equals(comingFrom)
        && flowToken.equals(shown)
        && Objects.equals(linkingFor, finishing)
        && now.isBefore(expiresAt);
  }
}
