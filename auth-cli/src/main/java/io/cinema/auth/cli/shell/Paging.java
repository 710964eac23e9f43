package io.cinema.auth.cli.shell;

import io.cinema.auth.domain.paging.Cursor;
import io.cinema.auth.domain.paging.Page;
import io.cinema.auth.domain.paging.PageRequest;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of a list that is read in parts. */
public final class Paging {
  @Option(
      names = "--limit",
      paramLabel = "<n>",
      converter = Limit.class,
      description = "How many at most, 1 to 100; 20 if not said.")
  int limit = PageRequest.DEFAULT_LIMIT;

  @Option(
      names = "--cursor",
      paramLabel = "<cursor>",
      converter = CursorWord.class,
      description = "Go on where the list ended that told this cursor.")
  @Nullable Cursor cursor;

  public PageRequest request() {
    return new PageRequest(limit, cursor);
  }

  /** Tells how to go on, if there is more. */
  public static void printNext(PrintWriter out, Page<?> page) {
    if (page.next() != null) {
      out.println();
      out.println("There is more: --cursor " + page.next().word());
    }
  }

  static final class Limit extends Checked<Integer> {
    Limit() {
      super(raw -> new PageRequest(number(raw), null).limit());
    }

    private static int number(String raw) {
      try {
        return Integer.parseInt(raw);
      } catch (NumberFormatException notOne) {
        throw new TypeConversionException("must be a number");
      }
    }
  }

  static final class CursorWord extends Checked<Cursor> {
    CursorWord() {
      super(Cursor::parse);
    }
  }
}
