package io.cinema.auth.devkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A real OpenSearch on loopback, in its own process, gone at the latest when this JVM ends.
 *
 * <p>It has its own class path, the jars beside ours in {@code opensearch} (see the pom): its
 * Lucene and Netty are nobody else's. Its log is {@code opensearch.log} in its directory. Its heap
 * is half a gigabyte; the system property {@code auth.devkit.opensearch.options} has further
 * options for its JVM.
 *
 * <p>Every method throws {@link IllegalStateException} when the server refuses, with the end of its
 * log.
 */
public final class OpenSearchServer implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final int ANSWER_MILLIS = 1_000;
  private static final String LOG = "opensearch.log";
  private static final String OPTIONS =
      System.getProperty("auth.devkit.opensearch.options", "-Xmx512m");

  private final ServerDirectory directory;
  private final int port;
  private final AtExit atExit;
  private @Nullable Process running;

  private OpenSearchServer(ServerDirectory directory) {
    this.directory = directory;
    this.port = directory.port();
    this.atExit = new AtExit("opensearch", this::shutDown);
  }

  /** A server in a fresh temporary directory; for tests. */
  public static OpenSearchServer temporary() {
    return started(
        new OpenSearchServer(
            ServerDirectory.temporary("opensearch", OpenSearchServer::stopOrphan)));
  }

  /**
   * A server that keeps its data in {@code dataDirectory}. It listens on the port of the last time
   * while that is free. A server orphaned in there when its JVM was killed is stopped first.
   *
   * @throws IllegalStateException if another process is using the directory, which it names
   */
  public static OpenSearchServer at(Path dataDirectory) {
    return started(
        new OpenSearchServer(ServerDirectory.kept(dataDirectory, OpenSearchServer::stopOrphan)));
  }

  public int port() {
    return port;
  }

  /** {@code http://127.0.0.1:port}: no password. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Shuts the server down; connections break and new ones are refused. Data and port stay. */
  public synchronized void stop() {
    Process process = running;
    if (process != null) {
      running = null;
      stopOrphan(directory.path());
      // It looks gone a moment before its last thread lets go of the port and the data.
      process.destroyForcibly().onExit().join();
    }
  }

  /** Starts it again after {@link #stop}, on the same port and data. Returns when it answers. */
  public synchronized void start() {
    if (running != null) {
      return;
    }
    try {
      Process process =
          new ProcessBuilder(command())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve(LOG).toFile())
              .start();
      running = process;
      boolean _ = Poll.until(START_LIMIT, () -> isReady() || !process.isAlive());
      if (!isReady()) {
        stop();
        throw new IllegalStateException(
            "OpenSearch did not start in %s:%n%s".formatted(directory.path(), directory.tail(LOG)));
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

  private static OpenSearchServer started(OpenSearchServer server) {
    try {
      server.start();
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            // Up sooner than it would be fast: these live for minutes.
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of(OPTIONS.split(" ")));
    command.addAll(
        List.of(
            "-cp",
            classPath(),
            OpenSearchNode.class.getName(),
            directory.path().toString(),
            Integer.toString(port)));
    return command;
  }

  /** Ours and the jars beside it; whatever this JVM has, where somebody put us elsewhere. */
  private static String classPath() {
    try {
      Path ours =
          Path.of(
              OpenSearchServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path jars = ours.resolveSibling("opensearch");
      return Files.isDirectory(jars)
          ? ours + File.pathSeparator + jars.resolve("*")
          : System.getProperty("java.class.path");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isReady() {
    try {
      HttpURLConnection question =
          (HttpURLConnection)
              uri().resolve("/_cluster/health?wait_for_status=yellow").toURL().openConnection();
      question.setConnectTimeout(ANSWER_MILLIS);
      question.setReadTimeout(ANSWER_MILLIS);
      return question.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  private static void stopOrphan(Path directory) {
    processIn(directory).ifPresent(ServerProcess::terminate);
  }

  private static Optional<ServerProcess> processIn(Path directory) {
    return ServerProcess.find(pidFileIn(directory), "java", directory);
  }

  static Path pidFileIn(Path directory) {
    return directory.resolve("opensearch.pid");
  }
}
