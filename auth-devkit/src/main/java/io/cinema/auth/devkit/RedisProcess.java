package io.cinema.auth.devkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** A Redis in a process of this machine. */
final class RedisProcess implements ServerControl {

  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final String LOG = "redis.log";

  private final ServerDirectory directory;
  private final RedisMode mode;
  private final int port;
  private @Nullable Process running;

  RedisProcess(ServerDirectory directory, int port, RedisMode mode) {
    this.directory = directory;
    this.mode = mode;
    this.port = port;
  }

  /** On the port of the directory. */
  static RedisProcess in(ServerDirectory directory, RedisMode mode) {
    return new RedisProcess(directory, directory.port(), mode);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void start() {
    if (running != null) {
      return;
    }
    try {
      Path log = directory.resolve(LOG);
      Files.deleteIfExists(log);
      Process process =
          new ProcessBuilder(command())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      running = process;
      Poll.until(START_LIMIT, () -> says(log, mode.ready()) || !process.isAlive());
      if (!says(log, mode.ready())) {
        stop();
        throw new IllegalStateException(
            "Redis did not start in %s:%n%s".formatted(directory.path(), directory.tail(LOG)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (running != null) {
      running = null;
      stopOrphan(directory.path());
    }
  }

  @Override
  public void pause() {
    processIn(directory.path()).ifPresent(ServerProcess::pause);
  }

  @Override
  public void resume() {
    processIn(directory.path()).ifPresent(ServerProcess::resume);
  }

  @Override
  public void close() {
    stop();
    directory.close();
  }

  /** Stops the server that runs in {@code directory}, whoever started it. */
  static void stopOrphan(Path directory) {
    processIn(directory).ifPresent(ServerProcess::stop);
  }

  private List<String> command() throws IOException {
    File binaries = Files.createDirectories(directory.resolve("bin")).toFile();
    List<String> command = new ArrayList<>();
    command.add(ExecutableProvider.newJarResourceProvider(binaries).get().getPath());
    command.addAll(mode.first());
    command.addAll(List.of("--bind", "127.0.0.1"));
    command.addAll(List.of("--port", Integer.toString(port)));
    command.addAll(List.of("--dir", directory.path().toString()));
    command.addAll(List.of("--pidfile", pidFileIn(directory.path()).toString()));
    // It would write over the arguments by which ServerProcess knows it.
    command.addAll(List.of("--set-proc-title", "no"));
    command.addAll(mode.options());
    return command;
  }

  private static boolean says(Path log, String words) {
    try {
      return Files.exists(log) && Files.readString(log).contains(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<ServerProcess> processIn(Path directory) {
    return ServerProcess.find(pidFileIn(directory), "redis-server", directory);
  }

  private static Path pidFileIn(Path directory) {
    return directory.resolve("redis.pid");
  }
}
