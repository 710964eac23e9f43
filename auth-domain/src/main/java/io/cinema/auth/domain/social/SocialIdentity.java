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
   * @throws IllegalArgumentException when issuer or subject is blank or longer than 255 characters
   *     (OpenID Connect Core section 2)
   */
  public SocialIdentity {
    if (issuer.isBlank()
        || subject.isBlank()
        || issuer.length() > LONGEST
        || subject.length() > LONGEST) {
      throw new IllegalArgumentException("an identity has an issuer and a subject of 1 to 255");
    }
  }
}
