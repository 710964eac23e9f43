package io.cinema.auth.adapter.crypto.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A set of words, kept as the bytes of a file with one word a line, UTF-8, sorted by byte value and
 * ended by a line feed: nothing to parse at start-up, found by binary search.
 */
final class SortedLines {
  private static final byte END = '\n';

  private final byte[] text;

  SortedLines(byte[] text) {
    this.text = text;
  }

  static SortedLines ofResource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return new SortedLines(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  boolean contains(String word) {
    byte[] wanted = word.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = text.length;
    while (low < high) {
      int start = lineStart((low + high) >>> 1);
      int end = lineEnd(start);
      int order = Arrays.compareUnsigned(wanted, 0, wanted.length, text, start, end);
      if (order == 0) {
        return true;
      }
      if (order < 0) {
        high = start;
      } else {
        low = end + 1;
      }
    }
    return false;
  }

  private int lineStart(int at) {
    int start = at;
    while (start > 0 && text[start - 1] != END) {
      start--;
    }
    return start;
  }

  private int lineEnd(int at) {
    int end = at;
    while (text[end] != END) {
      end++;
    }
    return end;
  }
}
