package io.cinema.auth.devkit;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file of {@code KEY=VALUE} lines that a shell can source, readable by its owner only. Values
 * hold nothing that a shell would interpret, so there is no quoting.
 */
final class EnvFile {

  private final Path path;

  EnvFile(Path path) {
    this.path = path;
  }

  /** Empty when there is no file. */
  Map<String, String> read() {
    Map<String, String> values = new LinkedHashMap<>();
    try {
      if (Files.exists(path)) {
        for (String line : Files.readAllLines(path)) {
          int separator = line.indexOf('=');
          if (separator > 0) {
            values.put(line.substring(0, separator), line.substring(separator + 1));
          }
        }
      }
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the file as a whole: a reader sees the old one, the new one, or none. */
  void write(Map<String, String> values) {
    String content =
        values.entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue() + "\n")
            .collect(joining());
    try {
      // A temporary file is made with mode 600, and the rename keeps that.
      Path draft = Files.createTempFile(path.getParent(), path.getFileName().toString(), ".draft");
      Files.writeString(draft, content, StandardOpenOption.SYNC, StandardOpenOption.WRITE);
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete() {
    ServerDirectory.delete(path);
  }
}
