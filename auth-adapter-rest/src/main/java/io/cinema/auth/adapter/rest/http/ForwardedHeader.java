package io.cinema.auth.adapter.rest.http;

import java.util.Arrays;
import java.util.Optional;

/** The headers in which proxies tell whom they speak for. */
enum ForwardedHeader {
  /** Addresses, that of the nearest last. */
  X_FORWARDED_FOR("X-Forwarded-For") {
    @Override
    Optional<String> node(String entry) {
      return Optional.of(entry);
    }
  },

  /** RFC 7239. */
  FORWARDED("Forwarded") {
    @Override
    Optional<String> node(String entry) {
      String found = null;
      FromTheRight pairs = new FromTheRight(entry, ';');
      while (pairs.hasNext()) {
        String pair = pairs.next().strip();
        if (pair.regionMatches(true, 0, FOR, 0, FOR.length())) {
          if (found != null) {
            return Optional.empty();
          }
          found = unquoted(pair.substring(FOR.length()));
        }
      }
      return Optional.ofNullable(found);
    }
  };

  private static final String FOR = "for=";

  private final String headerName;

  ForwardedHeader(String headerName) {
    this.headerName = headerName;
  }

  /**
   * @throws IllegalArgumentException naming what is none of them
   */
  static ForwardedHeader named(String name) {
    return Arrays.stream(values())
        .filter(header -> header.headerName.equalsIgnoreCase(name.strip()))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + name + "\" is neither X-Forwarded-For nor Forwarded"));
  }

  String headerName() {
    return headerName;
  }

  /** Whom one entry of the list names; empty when it names nobody, or more than one. */
  abstract Optional<String> node(String entry);

  /** No address has anything in it that would have to be escaped. */
  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
