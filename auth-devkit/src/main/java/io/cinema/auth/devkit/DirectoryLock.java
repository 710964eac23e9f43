package io.cinema.auth.devkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One process' claim on a directory. The kernel drops it when the process dies, however it dies, so
 * a claim that can be had means that whatever still runs in there is an orphan.
 */
final class DirectoryLock implements AutoCloseable {

  private static final String FILE = "lock";

  /**
   * What this JVM holds. Closing any channel to a locked file, even an unlucky second one, drops
   * the claim of the whole process (POSIX), so a held file must never be opened again.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel channel;

  private DirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  static Path fileIn(Path directory) {
    return directory.resolve(FILE);
  }

  /**
   * Claims {@code directory}, waiting for its holder to let go of it.
   *
   * @throws IllegalStateException if it has not by then; the message names the holder
   */
  static DirectoryLock acquire(Path directory, Duration patience) {
    AtomicReference<@Nullable DirectoryLock> claim = new AtomicReference<>();
    Poll.until(
        patience,
        () -> {
          claim.set(tryAcquire(directory).orElse(null));
          return claim.get() != null;
        });
    DirectoryLock lock = claim.get();
    if (lock == null) {
      throw new IllegalStateException(
          "%s is in use by process %s".formatted(directory, holderOf(directory)));
    }
    return lock;
  }

  static Optional<DirectoryLock> tryAcquire(Path directory) {
    if (!HELD.add(directory)) {
      return Optional.empty();
    }
    boolean acquired = false;
    try {
      FileChannel channel =
          FileChannel.open(fileIn(directory), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        acquired = channel.tryLock() != null;
        if (!acquired) {
          return Optional.empty();
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap("%d%n".formatted(ownPid()).getBytes(UTF_8)));
        return Optional.of(new DirectoryLock(directory, channel));
      } finally {
        if (!acquired) {
          channel.close();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!acquired) {
        HELD.remove(directory);
      }
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD.remove(directory);
    }
  }

  private static String holderOf(Path directory) {
    if (HELD.contains(directory)) {
      return ownPid() + " (this one)";
    }
    try {
      return Files.readString(fileIn(directory)).strip();
    } catch (IOException e) {
      return "(unknown)";
    }
  }

  private static long ownPid() {
    return ProcessHandle.current().pid();
  }
}
