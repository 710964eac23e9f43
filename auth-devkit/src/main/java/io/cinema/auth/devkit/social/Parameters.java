package io.cinema.auth.devkit.social;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a query or a form. As RFC 6749 section 3.1 has it, none comes twice, and an empty
 * one is as if it were not sent.
 */
record Parameters(Map<String, String> values) {

  static final Parameters NONE = new Parameters(Map.of());

  Parameters {
    values = Map.copyOf(values);
  }

  /**
   * @throws RefusedException if one comes twice
   */
  static Parameters parse(@Nullable String encoded) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : encoded == null ? new String[0] : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String name = URLDecoder.decode(pair.substring(0, equals), UTF_8);
        String value = URLDecoder.decode(pair.substring(equals + 1), UTF_8);
        boolean first = values.put(name, value) == null;
        RefusedException.unless(first, "invalid_request", name + " comes twice");
      }
    }
    values.values().removeIf(String::isEmpty);
    return new Parameters(values);
  }

  /** The value, or the empty string. */
  String get(String name) {
    return values.getOrDefault(name, "");
  }

  @Nullable String find(String name) {
    return values.get(name);
  }

  /**
   * @throws RefusedException {@code invalid_request} if it is not there
   */
  String require(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new RefusedException("invalid_request", name + " is missing");
    }
    return value;
  }

  static String encode(Map<String, String> values) {
    return values.entrySet().stream()
        .map(
            entry ->
                URLEncoder.encode(entry.getKey(), UTF_8)
                    + "="
                    + URLEncoder.encode(entry.getValue(), UTF_8))
        .collect(joining("&"));
  }

  /** The address with these parameters behind what it has. */
  static URI append(URI address, Map<String, String> values) {
    String separator = address.getRawQuery() == null ? "?" : "&";
    return URI.create(address + separator + encode(values));
  }
}
