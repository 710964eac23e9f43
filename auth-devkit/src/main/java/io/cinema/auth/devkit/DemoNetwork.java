package io.cinema.auth.devkit;

import io.cinema.auth.devkit.social.FakeOidc;
import io.cinema.auth.devkit.social.Registration;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** The social network that {@code bin/run} offers, so that the way there and back can be tried. */
final class DemoNetwork {
  private static final String NAME = "demo";

  private DemoNetwork() {}

  /**
   * Opens it where it was the last time: its address is its issuer, which is part of who people
   * are.
   *
   * @param servicePort where the service listens that people come back to
   */
  static FakeOidc open(DevSecrets secrets, int servicePort) {
    URI callback =
        URI.create("http://localhost:%d/api/v1/oauth/%s/callback".formatted(servicePort, NAME));
    return FakeOidc.open(
        secrets.demoPort(),
        new Registration("bin-run", secrets.get(DevSecrets.DEMO_SECRET), Set.of(callback)));
  }

  static Map<String, String> settings(FakeOidc network) {
    return Map.of(
        "AUTH_OAUTH_OIDC", NAME,
        "AUTH_OAUTH_DEMO_ISSUER", network.issuer().toString(),
        "AUTH_OAUTH_DEMO_CLIENT_ID", network.clientId(),
        "AUTH_OAUTH_DEMO_CLIENT_SECRET", network.clientSecret());
  }
}
