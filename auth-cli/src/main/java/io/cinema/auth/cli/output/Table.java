package io.cinema.auth.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** Rows under a header, aligned and never cut, so that a pipe gets all of it. */
public final class Table {
  private static final String GAP = "  ";

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... header) {
    this.header = List.of(header);
  }

  /** Adds a row: one cell a column, null where there is nothing. */
  public Table row(@Nullable Object... cells) {
    if (cells.length != header.size()) {
      throw new IllegalArgumentException("a row must have as many cells as the header");
    }
    List<String> row = new ArrayList<>(cells.length);
    for (Object cell : cells) {
      row.add(Cells.text(cell));
    }
    rows.add(row);
    return this;
  }

  public void print(PrintWriter out, Ansi ansi) {
    int[] widths = IntStream.range(0, header.size()).map(this::width).toArray();
    String title = line(header, widths);
    out.println(ansi.enabled() ? Style.on(Style.bold) + title + Style.off(Style.bold) : title);
    rows.forEach(row -> out.println(line(row, widths)));
  }

  private int width(int column) {
    int widest = Printable.width(header.get(column));
    for (List<String> row : rows) {
      widest = Math.max(widest, Printable.width(row.get(column)));
    }
    return widest;
  }

  /** The last column is not filled up: lines end where their text does. */
  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size() - 1; i++) {
      line.append(Cells.padded(cells.get(i), widths[i])).append(GAP);
    }
    return line.append(cells.getLast()).toString();
  }
}
