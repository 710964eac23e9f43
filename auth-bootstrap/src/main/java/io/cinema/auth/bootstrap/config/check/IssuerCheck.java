package io.cinema.auth.bootstrap.config.check;

import io.cinema.auth.bootstrap.config.setting.Findings;
import io.cinema.auth.bootstrap.config.setting.Settings;
import io.micronaut.core.value.PropertyResolver;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks at {@code AUTH_ISSUER}. By RFC 8414 section 2 an issuer is an https address without query
 * and fragment; what is spoken by http with others than this machine, anybody on the way can read.
 */
final class IssuerCheck {
  private static final String WHERE = "set it to the address at which clients reach the service";

  /** RFC 6761 section 6.3, RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.3. */
  private static final Pattern LOOPBACK =
      Pattern.compile("(.*\\.)?localhost|127(\\.\\d{1,3}){3}|\\[::1]");

  private final Findings findings;
  private final boolean dev;

  private IssuerCheck(Findings findings, boolean dev) {
    this.findings = findings;
    this.dev = dev;
  }

  static void look(PropertyResolver settings, Findings findings) {
    IssuerCheck check = new IssuerCheck(findings, DevMode.isOn(settings));
    Optional<String> issuer = Settings.named("AUTH_ISSUER").text(settings);
    if (issuer.isPresent()) {
      check.look(issuer.get());
    } else if (!check.dev) {
      findings.wrong("AUTH_ISSUER is not set", WHERE);
    }
  }

  private void look(String issuer) {
    Optional<URI> address = address(issuer);
    if (address.isEmpty()) {
      findings.wrong("AUTH_ISSUER is no address", WHERE);
    } else if (!isBare(address.get())) {
      findings.wrong(
          "AUTH_ISSUER has more in it than an address", "leave user, query and fragment out");
    } else {
      look(issuer.startsWith("https:"), isLoopback(address.get()));
    }
  }

  private void look(boolean https, boolean loopback) {
    if (dev && !loopback) {
      findings.doubtful(
          "AUTH_MODE is dev, and AUTH_ISSUER no address of this machine",
          "leave AUTH_MODE out where others than you use the service");
    } else if (!dev && !https && loopback) {
      findings.doubtful(
          "AUTH_ISSUER is an http address of this machine: no other reaches the service by it",
          WHERE);
    } else if (!dev && !https) {
      findings.wrong(
          "AUTH_ISSUER is an http address: passwords and tokens would travel in the clear",
          "let clients reach the service by https, and set it to that address");
    }
  }

  private static Optional<URI> address(String issuer) {
    try {
      return Optional.of(URI.create(issuer))
          .filter(uri -> uri.getRawAuthority() != null)
          .filter(_ -> issuer.startsWith("http://") || issuer.startsWith("https://"));
    } catch (IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  private static boolean isBare(URI address) {
    return !address.getRawAuthority().contains("@")
        && address.getRawQuery() == null
        && address.getRawFragment() == null;
  }

  private static boolean isLoopback(URI address) {
    return address.getHost() != null && LOOPBACK.matcher(address.getHost()).matches();
  }
}
