package io.cinema.auth.domain.social;

import io.cinema.auth.domain.account.EmailAddress;
import java.util.Set;

/**
 * For which e-mails a network's word counts that they belong to the person. Never for one that is
 * not plain ASCII: to us {@code a@gmaıl.com}, with a dotless i, is as good as taken by {@code
 * a@gmail.com}, but that is somebody else's domain.
 */
public sealed interface EmailTrust {

  /**
   * For those at domains that the network runs itself, not at their subdomains.
   *
   * @param domains in lower case
   */
  record OfDomains(Set<String> domains) implements EmailTrust {
    public OfDomains {
      domains = Set.copyOf(domains);
    }
  }

  /** For all that it says it has verified. */
  record OfAll() implements EmailTrust {}

  default boolean covers(EmailAddress email) {
    return isAscii(email)
        && switch (this) {
          case OfAll _ -> true;
          case OfDomains(Set<String> domains) -> domains.contains(domain(email));
        };
  }

  private static boolean isAscii(EmailAddress email) {
    return email.shown().chars().allMatch(c -> c < 0x80);
  }

  private static String domain(EmailAddress email) {
    return email.canonical().substring(email.canonical().lastIndexOf('@') + 1);
  }
}
