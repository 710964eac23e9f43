package io.cinema.auth.cli.output;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing, a line for each of its sides. */
public final class Sheet {
  private final Map<String, String> lines = new LinkedHashMap<>();

  public Sheet line(String label, @Nullable Object value) {
    lines.put(label, Cells.text(value));
    return this;
  }

  public void print(PrintWriter out) {
    int widest = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
    lines.forEach((label, value) -> out.println(Cells.padded(label, widest) + "  " + value));
  }
}
