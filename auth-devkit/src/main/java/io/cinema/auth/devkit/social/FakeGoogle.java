package io.cinema.auth.devkit.social;

import java.net.URI;

/**
 * Google: OpenID Connect with RS256 and without an issuer in the redirect. Its {@code
 * email_verified} has been a string, and its {@code iss} has been without a scheme.
 */
public final class FakeGoogle extends FakeOidc {

  private volatile boolean stringForVerified;
  private volatile boolean issuerWithoutScheme;

  private FakeGoogle(int port, Registration client) {
    super(port, client, SigningKey.rs256("key-1"));
  }

  /** One where {@link Registration#of} is registered. */
  public static FakeGoogle open(URI... redirectUris) {
    return open(0, Registration.of(redirectUris));
  }

  /**
   * One on a port that stays, and with it the issuer.
   *
   * @throws IllegalStateException if the port is taken
   */
  public static FakeGoogle open(int port, Registration client) {
    return started(new FakeGoogle(port, client));
  }

  /** Whether {@code email_verified} is {@code "true"} or {@code "false"} in quotes. */
  public void stringForVerified(boolean string) {
    stringForVerified = string;
  }

  /** Whether {@code iss} of ID tokens is only host and port. */
  public void issuerWithoutScheme(boolean without) {
    issuerWithoutScheme = without;
  }

  @Override
  public URI authorizationEndpoint() {
    return address().resolve("/o/oauth2/v2/auth");
  }

  @Override
  public URI userInfoEndpoint() {
    return address().resolve("/v1/userinfo");
  }

  @Override
  public URI keysEndpoint() {
    return address().resolve("/oauth2/v3/certs");
  }

  @Override
  boolean sendsIssuer() {
    return false;
  }

  @Override
  String issuerInTokens() {
    return issuerWithoutScheme ? issuer().getAuthority() : issuer().toString();
  }

  @Override
  Object emailVerified(boolean verified) {
    return stringForVerified ? String.valueOf(verified) : verified;
  }
}
