package io.cinema.auth.application.social;

import io.cinema.auth.domain.social.ProviderName;
import java.net.URI;
import java.util.Set;

/**
 * Where networks may send people back to: our own address, and those that are allowed by
 * configuration. Compared as they are, letter by letter (RFC 9700 section 2.1).
 *
 * @param own our callback up to the provider's name
 */
public record RedirectUris(URI own, Set<URI> allowed) {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * @throws IllegalArgumentException when one is relative, has a fragment (RFC 6749 section 3.1.2),
   *     or is an http address of another machine: codes would travel in plain text
   */
  public RedirectUris {
    allowed = Set.copyOf(allowed);
    if (!allowed.stream().allMatch(RedirectUris::isGood)) {
      throw new IllegalArgumentException(
          "must be absolute, without a fragment, and no http but to this machine");
    }
  }

  private static boolean isGood(URI uri) {
    return uri.isAbsolute()
        && uri.getRawFragment() == null
        && (!"http".equalsIgnoreCase(uri.getScheme())
            || (uri.getHost() != null && THIS_MACHINE.contains(uri.getHost())));
  }

  /** Our own callback for one network. */
  public URI ofProvider(ProviderName provider) {
    return URI.create(own + "/" + provider + "/callback");
  }

  public boolean allows(ProviderName provider, URI uri) {
    // As texts: two URIs are equal in Java when they differ in upper and lower case of the host.
    String text = uri.toString();
    return text.equals(ofProvider(provider).toString())
        || allowed.stream().map(URI::toString).anyMatch(text::equals);
  }
}
