package io.cinema.auth.domain.token;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a person proved who they are: authentication method references of RFC 8176, first factors
 * first.
 */
public enum Amr {
  PWD("pwd"),
  /**
   * Signed in at a social network. RFC 8176 has no word for it; OpenID providers commonly say
   * {@code fed}.
   */
  FED("fed"),
  OTP("otp");

  private final String claim;

  Amr(String claim) {
    this.claim = claim;
  }

  /** The word as it stands in the {@code amr} claim. */
  public String claim() {
    return claim;
  }

  public static Optional<Amr> ofClaim(String claim) {
    return Arrays.stream(values()).filter(a -> a.claim.equals(claim)).findAny();
  }
}
