package io.cinema.auth.domain.social;

import io.cinema.auth.domain.account.EmailAddress;
import java.util.Set;

/** For which e-mails a network's word counts that they belong to the person. */
public sealed interface EmailTrust {

  /** For those under domains that the network runs itself. */
  record OfDomains(Set<String> domains) implements EmailTrust {
    public OfDomains {
      domains = Set.copyOf(domains);
    }
  }

  /** For all that it says it has verified. */
  record OfAll() implements EmailTrust {}

  default boolean covers(EmailAddress email) {
    return switch (this) {
      case OfAll _ -> true;
      case OfDomains(Set<String> domains) -> domains.contains(domain(email));
    };
  }

  private static String domain(EmailAddress email) {
    return email.canonical().substring(email.canonical().lastIndexOf('@') + 1);
  }
}
