package io.cinema.auth.devkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

  private final ServerControl control;
  private final AtExit atExit;

  private RedisServer(ServerControl control) {
    this.control = control;
    this.atExit = new AtExit("redis", this::shutDown);
  }

  /**
   * A server that persists nothing and so comes back empty from a restart, in a process or in a
   * container ({@link Containers}); for tests.
   */
  public static RedisServer temporary() {
    return temporary(new String[0]);
  }

  /**
   * {@link #temporary()} with more options of redis-server.
   *
   * @param options such as {@code "--requirepass", "secret"}; the last of a name counts
   */
  public static RedisServer temporary(String... options) {
    RedisMode mode = RedisMode.FAST.with(options);
    return started(
        Containers.areWanted()
            ? Containers.redis(mode.options())
            : RedisProcess.in(directory(), mode));
  }

  /**
   * One that other servers know, in a cluster or as a master and its replica; always a process:
   * containers do not reach each other by the address that we reach them by.
   */
  static RedisServer member(String... options) {
    return started(
        new RedisProcess(directory(), Ports.pickWithBus(), RedisMode.FAST.with(options)));
  }

  /**
   * A Sentinel; always a process.
   *
   * @param configuration lines of sentinel.conf; it writes there what it learns
   */
  static RedisServer sentinel(List<String> configuration) {
    ServerDirectory directory = directory();
    Path file = directory.resolve("sentinel.conf");
    try {
      Path _ = Files.write(file, configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return started(RedisProcess.in(directory, RedisMode.watching(file)));
  }

  private static ServerDirectory directory() {
    return ServerDirectory.temporary("redis", RedisProcess::stopOrphan);
  }

  /**
   * A server that keeps its data in {@code dataDirectory} (append-only file, written out every
   * second). It listens on the port of the last time while that is free. A server orphaned in there
   * when its JVM was killed is stopped first.
   *
   * @throws IllegalStateException if another process is using the directory, which it names
   */
  public static RedisServer at(Path dataDirectory) {
    return started(
        RedisProcess.in(
            ServerDirectory.kept(dataDirectory, RedisProcess::stopOrphan), RedisMode.DURABLE));
  }

  public int port() {
    return control.port();
  }

  /** {@code redis://127.0.0.1:port}: database 0, no password. */
  public URI uri() {
    return URI.create("redis://127.0.0.1:" + control.port());
  }

  /** Shuts the server down; connections break and new ones are refused. The port stays. */
  public synchronized void stop() {
    control.stop();
  }

  /** Starts it again after {@link #stop}, on the same port. Returns when it answers. */
  public synchronized void start() {
    control.start();
  }

  /** Freezes the server: connections hang, none is refused. A black hole until resumed. */
  public synchronized void pause() {
    control.pause();
  }

  /** Ends {@link #pause}. */
  public synchronized void resume() {
    control.resume();
  }

  /** Stops the server for good; deletes the data if it is temporary. May be called twice. */
  @Override
  public void close() {
    atExit.run();
  }

  private synchronized void shutDown() {
    control.close();
  }

  private static RedisServer started(ServerControl control) {
    RedisServer server = new RedisServer(control);
    try {
      server.start();
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }
}
