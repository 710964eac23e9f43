package io.cinema.auth.bootstrap.config.check;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a database. */
public final class PostgresAddress {
  /** What to do with one that is none. */
  public static final String REMEDY = "write it as jdbc:postgresql://host:port/database";

  /** What the driver makes an address of; others it would repeat, password and all. */
  private static final Pattern POSTGRES =
      Pattern.compile("jdbc:postgresql:(?://(?<hosts>[^/?]*)(?=/)|(?!/))(?<rest>.*)");

  private static final Pattern HOST =
      Pattern.compile("(?:\\[[^\\[\\]@]+]|[^\\[\\]@:]*)(?::(?<port>\\d{1,5}))?");
  private static final int HIGHEST_PORT = 65_535;

  private PostgresAddress() {}

  /** Whether it can be used as it is. */
  public static boolean isOne(String url) {
    Matcher address = POSTGRES.matcher(url);
    if (!address.matches()) {
      return false;
    }
    String hosts = address.group("hosts");
    return (hosts == null || Arrays.stream(hosts.split(",", -1)).allMatch(PostgresAddress::isHost))
        && isDecodable(address.group("rest"));
  }

  private static boolean isHost(String text) {
    Matcher host = HOST.matcher(text);
    return host.matches()
        && Optional.ofNullable(host.group("port"))
            .map(Integer::parseInt)
            .filter(port -> port < 1 || port > HIGHEST_PORT)
            .isEmpty();
  }

  private static boolean isDecodable(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8) != null;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
