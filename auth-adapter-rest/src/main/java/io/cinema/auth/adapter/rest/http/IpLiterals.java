package io.cinema.auth.adapter.rest.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads addresses as strangers write them. Names are never looked up, and an IPv4 address written
 * as IPv6 ({@code ::ffff:192.0.2.1}) is the IPv4 address.
 */
final class IpLiterals {
  /** InetAddress would take 1.2 and 1 for addresses, too. */
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");

  /** A zone ({@code %eth0}) means something on the machine that wrote it, and nowhere else. */
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  /** RFC 7239 section 6; the port may be a made-up word. */
  private static final Pattern WITH_PORT =
      Pattern.compile("(?:\\[(?<v6>[^\\[\\]]*)]|(?<v4>[0-9.]+))(?::[0-9A-Za-z._-]+)?");

  private IpLiterals() {}

  /** Empty when it is no address. */
  static Optional<InetAddress> of(String text) {
    if (!IPV4.matcher(text).matches()
        && !(text.indexOf(':') >= 0 && IPV6.matcher(text).matches())) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /** The same of one that may have brackets and a port, as in {@code [2001:db8::1]:4711}. */
  static Optional<InetAddress> ofNode(String text) {
    Matcher node = WITH_PORT.matcher(text);
    if (!node.matches()) {
      return of(text);
    }
    return node.group("v6") == null
        ? of(node.group("v4"))
        : of(node.group("v6")).filter(_ -> node.group("v6").indexOf(':') >= 0);
  }

  /** The address alone, as {@link #of} would make it. */
  static InetAddress plain(InetAddress address) {
    try {
      return InetAddress.getByAddress(address.getAddress());
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("an address has the length of one", impossible);
    }
  }
}
