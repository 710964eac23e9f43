package io.cinema.auth.cli.film;

import io.cinema.auth.cli.output.Printable;
import io.cinema.auth.cli.shell.ExitCode;
import io.cinema.auth.cli.shell.Refusal;
import io.cinema.auth.cli.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The parameter {@code <file>}. */
final class RuleFile {
  private static final String STANDARD_INPUT = "-";

  /** More than any file of rules can hold; how many rules are too many says who reads them. */
  private static final int MOST_BYTES = 1_000_000;

  @Parameters(
      paramLabel = "<file>",
      description =
          "Rules in YAML, of which the first that a film meets counts; - reads standard input.")
  String name = "";

  /**
   * @throws Refusal a usage error, when it can't be read, or is too long, or no UTF-8
   */
  String read(Terminal terminal) {
    byte[] bytes = bytes(terminal);
    if (bytes.length > MOST_BYTES) {
      throw bad("is longer than any file of rules: " + MOST_BYTES + " bytes");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw bad("is not UTF-8");
    }
  }

  private byte[] bytes(Terminal terminal) {
    try (InputStream input = name.equals(STANDARD_INPUT) ? terminal.input() : file()) {
      return input.readNBytes(MOST_BYTES + 1);
    } catch (IOException | InvalidPathException unreadable) {
      throw bad("can't be read");
    }
  }

  private InputStream file() throws IOException {
    Path path = Path.of(name);
    if (Files.notExists(path)) {
      throw bad("is not there");
    }
    return Files.newInputStream(path);
  }

  private Refusal bad(String what) {
    String file = name.equals(STANDARD_INPUT) ? "standard input" : "the file " + Printable.of(name);
    return new Refusal(ExitCode.USAGE, file + " " + what);
  }
}
