package io.cinema.auth.domain.social;

/**
 * Who somebody is at a social network. Never the e-mail, which its owner can change or lose.
 *
 * @param issuer who vouches for the subject, e.g. {@code https://accounts.google.com}
 * @param subject the network's own id of the person
 */
public record SocialIdentity(ProviderName provider, String issuer, String subject) {
  private static final int LONGEST = 255;

  /**
   * @throws IllegalArgumentException when issuer or subject is blank, is longer than 255 characters
   *     (OpenID Connect Core section 2), or holds control characters or unpaired surrogates: no
   *     store keeps those as they are, and two people must not become one
   */
  public SocialIdentity {
    if (!isGood(issuer) || !isGood(subject)) {
      throw new IllegalArgumentException("an identity has an issuer and a subject of 1 to 255");
    }
  }

  private static boolean isGood(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST
        && text.codePoints().noneMatch(SocialIdentity::isLost);
  }

  private static boolean isLost(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
  }
}
