package io.cinema.auth.devkit.social;

import java.net.URI;
import java.util.Set;

/**
 * The one application that a fake provider knows.
 *
 * @param clientSecret at least 32 bytes long
 * @param redirectUris compared character by character
 */
public record Registration(String clientId, String clientSecret, Set<URI> redirectUris) {

  /** Has what has to be escaped in forms and in Basic credentials. */
  private static final String SECRET = "there is+no&spoon=100%:but/a secret?";

  public Registration {
    redirectUris = Set.copyOf(redirectUris);
  }

  /** With an id and a secret of its own, which are always the same. */
  public static Registration of(URI... redirectUris) {
    return new Registration("cinema-app", SECRET, Set.of(redirectUris));
  }
}
