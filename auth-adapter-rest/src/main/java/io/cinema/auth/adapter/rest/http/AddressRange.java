package io.cinema.auth.adapter.rest.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One address, or a CIDR block (RFC 4632, RFC 4291 section 2.3). */
final class AddressRange {
  private static final Pattern SHAPE = Pattern.compile("([^/]*)(?:/([0-9]{1,3}))?");
  private static final int BITS_OF_BYTE = 8;

  private final IpSubnetFilterRule rule;

  private AddressRange(IpSubnetFilterRule rule) {
    this.rule = rule;
  }

  /**
   * @throws IllegalArgumentException naming the text, when it is no range, or that of all addresses
   */
  static AddressRange parse(String text) {
    Matcher shape = SHAPE.matcher(text);
    InetAddress address = shape.matches() ? IpLiterals.of(shape.group(1)).orElse(null) : null;
    if (address == null) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is neither an IP address nor a CIDR block");
    }
    int longest = address.getAddress().length * BITS_OF_BYTE;
    int prefix = shape.group(2) == null ? longest : Integer.parseInt(shape.group(2));
    if (prefix > longest) {
      throw new IllegalArgumentException(
          "the prefix of \"" + text + "\" is longer than " + longest);
    }
    if (prefix == 0) {
      throw new IllegalArgumentException(
          "\"" + text + "\" trusts everybody: any client could say where it calls from");
    }
    return new AddressRange(new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT));
  }

  boolean contains(InetAddress address) {
    return rule.matches(new InetSocketAddress(address, 0));
  }
}
