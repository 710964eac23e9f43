package io.cinema.auth.adapter.crypto.token;

/**
 * Bounds of the verifier.
 *
 * @param longestToken characters; anything longer is refused unread
 * @param rememberedTokens how many tokens are remembered whose signature was found good; 0 for none
 */
public record VerifierSettings(int longestToken, int rememberedTokens) {
  public static final VerifierSettings DEFAULT = new VerifierSettings(8192, 10_000);

  public VerifierSettings {
    if (longestToken < 1 || rememberedTokens < 0) {
      throw new IllegalArgumentException("the verifier's bounds must not be negative");
    }
  }
}
