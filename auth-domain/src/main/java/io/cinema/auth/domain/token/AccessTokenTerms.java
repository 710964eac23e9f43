package io.cinema.auth.domain.token;

import java.time.Duration;

/**
 * What access tokens say and how long they live.
 *
 * @param issuer {@code iss}, the service's own address
 * @param audience {@code aud}, the resource servers that may take the token
 * @param clientId {@code client_id} of RFC 9068
 * @param life from {@code iat} to {@code exp}
 * @param skew how far ahead of ours another node's clock may be
 */
public record AccessTokenTerms(
    String issuer, String audience, String clientId, Duration life, Duration skew) {

  public AccessTokenTerms {
    if (!life.isPositive() || skew.isNegative()) {
      throw new IllegalArgumentException(
          "an access token needs a positive life, and clocks no negative skew");
    }
  }
}
