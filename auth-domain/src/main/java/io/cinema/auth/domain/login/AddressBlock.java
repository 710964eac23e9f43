package io.cinema.auth.domain.login;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * The addresses that one customer of a network has at will: one of IPv4, a /64 of IPv6 (RFC 6177
 * and BCP 157 give nobody less).
 */
final class AddressBlock {
  private static final int NETWORK_BYTES = 8;

  private AddressBlock() {}

  /**
   * @param ip text form; what is no address stands for itself
   */
  static String of(String ip) {
    int zone = ip.indexOf('%');
    try {
      InetAddress address = InetAddress.ofLiteral(zone < 0 ? ip : ip.substring(0, zone));
      return address instanceof Inet6Address v6 ? network(v6) : address.getHostAddress();
    } catch (IllegalArgumentException noAddress) {
      return ip;
    }
  }

  private static String network(Inet6Address address) {
    byte[] bytes = address.getAddress();
    Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("sixteen bytes are an address", impossible);
    }
  }
}
