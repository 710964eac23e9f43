package io.cinema.auth.adapter.rest.http;

import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * Tells which address a client calls from: the socket's peer, or, where that is a proxy of ours,
 * whom the proxy names. Anybody can write the headers that proxies write, so they are believed from
 * their right end, where our proxies added to them, and only as far as the next one is ours, too.
 */
public final class ClientAddresses {
  private final List<AddressRange> trusted;
  private final ForwardedHeader header;

  private ClientAddresses(List<AddressRange> trusted, ForwardedHeader header) {
    this.trusted = trusted;
    this.header = header;
  }

  /**
   * @param trusted addresses and CIDR blocks of the proxies; blank ones count for nothing
   * @param header the one header that the proxies write, {@code X-Forwarded-For} or {@code
   *     Forwarded} (RFC 7239): of two, a client could choose the one that they leave alone
   * @throws IllegalArgumentException naming what is neither
   */
  public static ClientAddresses behind(List<String> trusted, String header) {
    return new ClientAddresses(
        trusted.stream()
            .map(String::strip)
            .filter(entry -> !entry.isEmpty())
            .map(AddressRange::parse)
            .toList(),
        ForwardedHeader.named(header));
  }

  /** Whether a neighbour sends the header that we would believe a proxy, and none is named. */
  boolean seemsToMissProxy(HttpRequest<?> request) {
    InetAddress peer = request.getRemoteAddress().getAddress();
    return trusted.isEmpty()
        && (peer.isSiteLocalAddress() || peer.isLoopbackAddress())
        && request.getHeaders().contains(header.headerName());
  }

  /** The client's address, without port and zone. */
  String of(HttpRequest<?> request) {
    InetSocketAddress peer = request.getRemoteAddress();
    return of(peer.getAddress(), request.getHeaders().getAll(header.headerName()));
  }

  /**
   * @param lines of the header, in their order
   */
  String of(InetAddress peer, List<String> lines) {
    InetAddress client = IpLiterals.plain(peer);
    if (trusts(client) && !lines.isEmpty()) {
      // Several lines are one list (RFC 9110 section 5.3).
      FromTheRight entries = new FromTheRight(String.join(",", lines), ',');
      while (entries.hasNext() && trusts(client)) {
        String entry = entries.next().strip();
        if (entry.isEmpty()) {
          continue;
        }
        Optional<InetAddress> named = header.node(entry).flatMap(IpLiterals::ofNode);
        if (named.isEmpty()) {
          break;
        }
        client = named.get();
      }
    }
    return client.getHostAddress();
  }

  private boolean trusts(InetAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }
}
