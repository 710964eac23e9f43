package io.cinema.auth.devkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where one server keeps everything: claimed while in use, it remembers its port, and a temporary
 * one is deleted at the end.
 */
final class ServerDirectory implements AutoCloseable {

  /** A directory this young may belong to a process that is about to claim it. */
  private static final Duration LEFTOVER_AGE = Duration.ofMinutes(1);

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final Path path;
  private final boolean temporary;
  private final DirectoryLock lock;

  private ServerDirectory(Path path, boolean temporary) {
    this.path = path;
    this.temporary = temporary;
    this.lock = DirectoryLock.acquire(path, Duration.ZERO);
  }

  /**
   * A fresh directory. Those of earlier processes that were killed before they could clean up are
   * removed first.
   *
   * @param stopOrphan stops the server that may still run in the directory it is given
   */
  static ServerDirectory temporary(String server, Consumer<Path> stopOrphan) {
    String prefix = "auth-" + server + "-";
    try {
      removeLeftovers(prefix, stopOrphan);
      return new ServerDirectory(Files.createTempDirectory(prefix).toRealPath(), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A directory that stays, made if it is not there yet. */
  static ServerDirectory kept(Path path, Consumer<Path> stopOrphan) {
    ServerDirectory directory = new ServerDirectory(create(path), false);
    stopOrphan.accept(directory.path);
    return directory;
  }

  /** Makes sure that the directory is there, for its owner only, and returns its real path. */
  static Path create(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      }
      return path.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return path;
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  /** The port of the last time while it is free, so that clients outlive a restart. */
  int port() {
    Path file = resolve("port");
    try {
      if (Files.exists(file)) {
        int last = Integer.parseInt(Files.readString(file).strip());
        if (Ports.isFree(last)) {
          return last;
        }
      }
      int port = Ports.pick();
      Files.writeString(file, port + System.lineSeparator());
      return port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The end of a server's log, to go into the message of a start that failed. */
  String tail(String log) {
    try {
      List<String> lines = Files.readAllLines(resolve(log));
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    if (temporary) {
      delete(path);
    }
    lock.close();
  }

  /** Deletes a file, or a directory with all that is in it; what is not there counts as deleted. */
  static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(path)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void removeLeftovers(String prefix, Consumer<Path> stopOrphan) throws IOException {
    Path parent = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(parent, prefix + "*")) {
      for (Path leftover : leftovers) {
        if (isOurs(leftover)) {
          DirectoryLock.tryAcquire(leftover)
              .ifPresent(
                  lock -> {
                    stopOrphan.accept(leftover);
                    delete(leftover);
                    lock.close();
                  });
        }
      }
    }
  }

  private static boolean isOurs(Path leftover) throws IOException {
    Path lockFile = DirectoryLock.fileIn(leftover);
    return Files.exists(lockFile)
        && Files.getOwner(leftover).getName().equals(System.getProperty("user.name"))
        && Files.getLastModifiedTime(lockFile)
            .toInstant()
            .isBefore(Instant.now().minus(LEFTOVER_AGE));
  }
}
