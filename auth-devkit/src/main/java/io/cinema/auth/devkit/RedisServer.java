package io.cinema.auth.devkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/**
 * A real Redis on loopback, in its own process, gone at the latest when this JVM ends.
 *
 * <p>It never evicts: a full one refuses writes rather than forgetting a revocation. Its log is
 * {@code redis.log} in its directory.
 *
 * <p>Every method throws {@link IllegalStateException} when the server refuses, with the end of its
 * log.
 */
public final class RedisServer implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final String LOG = "redis.log";

  private static final Mode DURABLE = Mode.serving("--appendonly", "yes", "--save", "");
  private static final Mode FAST = Mode.serving("--appendonly", "no", "--save", "");

  /**
   * What it is to be.
   *
   * @param first what comes before all options
   * @param ready what it logs once it is there
   */
  private record Mode(List<String> first, List<String> options, String ready) {
    static Mode serving(String... options) {
      return new Mode(List.of(), List.of("--maxmemory-policy", "noeviction"), SERVES).with(options);
    }

    static Mode watching(Path configuration) {
      return new Mode(List.of(configuration.toString(), "--sentinel"), List.of(), WATCHES);
    }

    Mode with(String... more) {
      return new Mode(first, Stream.concat(options.stream(), Arrays.stream(more)).toList(), ready);
    }

    private static final String SERVES = "Ready to accept connections";
    private static final String WATCHES = "+monitor master";
  }

  private final ServerDirectory directory;
  private final Mode mode;
  private final int port;
  private final AtExit atExit;
  private @Nullable Process running;

  private RedisServer(ServerDirectory directory, int port, Mode mode) {
    this.directory = directory;
    this.mode = mode;
    this.port = port;
    this.atExit = new AtExit("redis", this::shutDown);
  }

  /** A server that persists nothing and so comes back empty from a restart; for tests. */
  public static RedisServer temporary() {
    return temporary(new String[0]);
  }

  /**
   * {@link #temporary()} with more options of redis-server.
   *
   * @param options such as {@code "--requirepass", "secret"}; the last of a name counts
   */
  public static RedisServer temporary(String... options) {
    ServerDirectory directory = directory();
    return started(new RedisServer(directory, directory.port(), FAST.with(options)));
  }

  /** One that may become part of a cluster. */
  static RedisServer member(String... options) {
    return started(new RedisServer(directory(), Ports.pickWithBus(), FAST.with(options)));
  }

  /**
   * A Sentinel.
   *
   * @param configuration lines of sentinel.conf; it writes there what it learns
   */
  static RedisServer sentinel(List<String> configuration) {
    ServerDirectory directory = directory();
    Path file = directory.resolve("sentinel.conf");
    try {
      Files.write(file, configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return started(new RedisServer(directory, directory.port(), Mode.watching(file)));
  }

  private static ServerDirectory directory() {
    return ServerDirectory.temporary("redis", RedisServer::stopOrphan);
  }

  /**
   * A server that keeps its data in {@code dataDirectory} (append-only file, written out every
   * second). It listens on the port of the last time while that is free. A server orphaned in there
   * when its JVM was killed is stopped first.
   *
   * @throws IllegalStateException if another process is using the directory, which it names
   */
  public static RedisServer at(Path dataDirectory) {
    ServerDirectory directory = ServerDirectory.kept(dataDirectory, RedisServer::stopOrphan);
    return started(new RedisServer(directory, directory.port(), DURABLE));
  }

  public int port() {
    return port;
  }

  /** {@code redis://127.0.0.1:port}: database 0, no password. */
  public URI uri() {
    return URI.create("redis://127.0.0.1:" + port);
  }

  /** Shuts the server down; connections break and new ones are refused. The port stays. */
  public synchronized void stop() {
    if (running != null) {
      running = null;
      stopOrphan(directory.path());
    }
  }

  /** Starts it again after {@link #stop}, on the same port. Returns when it answers. */
  public synchronized void start() {
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

  /** Freezes the server: connections hang, none is refused. A black hole until resumed. */
  public synchronized void pause() {
    processIn(directory.path()).ifPresent(ServerProcess::pause);
  }

  /** Ends {@link #pause}. */
  public synchronized void resume() {
    processIn(directory.path()).ifPresent(ServerProcess::resume);
  }

  /** Stops the server for good; deletes the data if it is temporary. May be called twice. */
  @Override
  public void close() {
    atExit.run();
  }

  private synchronized void shutDown() {
    stop();
    directory.close();
  }

  private static RedisServer started(RedisServer server) {
    try {
      server.start();
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
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

  private static void stopOrphan(Path directory) {
    processIn(directory).ifPresent(ServerProcess::stop);
  }

  private static Optional<ServerProcess> processIn(Path directory) {
    return ServerProcess.find(pidFileIn(directory), "redis-server", directory);
  }

  private static Path pidFileIn(Path directory) {
    return directory.resolve("redis.pid");
  }
}
