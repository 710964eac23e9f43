package io.cinema.auth.adapter.rest.http;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Takes a list apart from its right end, in one pass. A separator in a quoted string does not count
 * (RFC 9110 section 5.6.4). Whatever is wrong further left, an open quote say, changes nothing for
 * what stands right of it.
 */
final class FromTheRight implements Iterator<String> {
  /** A quoted string follows a name; within one, a quote would follow a backslash. */
  private static final String OPENING = "=\"";

  private final String text;
  private final char separator;
  private int end;

  FromTheRight(String text, char separator) {
    this.text = text;
    this.separator = separator;
    this.end = text.length();
  }

  @Override
  public boolean hasNext() {
    return end >= 0;
  }

  @Override
  public String next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int at = end - 1;
    while (at >= 0 && text.charAt(at) != separator) {
      at = text.charAt(at) == '"' ? text.lastIndexOf(OPENING, at - 2) : at - 1;
    }
    String entry = text.substring(at + 1, end);
    end = at;
    return entry;
  }
}
