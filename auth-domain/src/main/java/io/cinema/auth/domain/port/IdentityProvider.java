package io.cinema.auth.domain.port;

import io.cinema.auth.domain.social.ProviderName;
import io.cinema.auth.domain.social.Returned;
import io.cinema.auth.domain.social.SocialFlow;
import io.cinema.auth.domain.social.SocialProfile;
import java.net.URI;

/**
 * A social network that says who somebody is: OAuth 2.0 authorization code flow (RFC 6749 section
 * 4.1) with PKCE S256 (RFC 7636), as RFC 9700 demands. Both calls throw {@link
 * PortUnavailableException} when the network is away, slow, or answers what it should not: an error
 * of its own, a redirect, too much, or no JSON.
 */
public interface IdentityProvider {

  /** What came of asking who it is. */
  sealed interface Outcome {}

  record Identified(SocialProfile profile) implements Outcome {}

  /**
   * The network does not take the code, or what it vouches with does not hold.
   *
   * @param reason one clause for the log, with no secret in it
   */
  record Refused(String reason) implements Outcome {}

  ProviderName name();

  /** Where to send the person to. */
  URI authorizationUri(SocialFlow flow);

  /** Trades the code for who it is. */
  Outcome identify(SocialFlow flow, Returned returned);
}
