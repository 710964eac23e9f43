package io.cinema.auth.devkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Starts and stops the processes of one Postgres through Zonky, which brings the binaries. */
final class Postmaster {

  static final String LOG = "postgres.log";

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final Map<String, String> PLACE =
      Map.of("listen_addresses", "127.0.0.1", "unix_socket_directories", "");

  /** Wherever it runs. */
  static final Map<String, String> SETTINGS =
      Map.of(
          "max_connections", "200",
          "timezone", "UTC",
          "log_timezone", "UTC",
          "log_error_verbosity", "terse",
          "log_min_error_statement", "panic");

  private static final String CLIENTS =
      """
      # TYPE  DATABASE  USER      ADDRESS       METHOD
      host    all       postgres  127.0.0.1/32  trust
      host    all       all       127.0.0.1/32  scram-sha-256
      """;

  private final Path directory;
  private final Path cluster;
  private final int port;
  private final Map<String, String> durability;
  private @Nullable EmbeddedPostgres running;

  Postmaster(Path directory, int port, Map<String, String> durability) {
    this.directory = directory;
    this.cluster = clusterIn(directory);
    this.port = port;
    this.durability = durability;
  }

  boolean isStarted() {
    return running != null;
  }

  /** Returns when the server answers. On failure nothing of it is left running. */
  void start() throws IOException {
    requireUserNamespace();
    // There from before initdb until the first start is over: a cluster beside it is half made.
    Path initialising = directory.resolve("initialising");
    if (Files.exists(initialising)) {
      ServerDirectory.delete(cluster);
    } else if (!Files.exists(cluster)) {
      Files.createFile(initialising);
    }
    Files.deleteIfExists(directory.resolve(LOG));
    EmbeddedPostgres started = launch();
    if (!isOurs()) {
      started.close();
      stopOrphan(directory);
      throw new IllegalStateException("Postgres did not come up on port " + port);
    }
    running = started;
    Files.deleteIfExists(initialising);
  }

  void stop() throws IOException {
    EmbeddedPostgres server = running;
    if (server == null) {
      return;
    }
    running = null;
    Optional<ServerProcess> process = process();
    process.ifPresent(ServerProcess::resume);
    server.close();
    // Its pid file, all that Zonky waits for, goes a moment before the process does.
    process.ifPresent(ServerProcess::stop);
  }

  Optional<ServerProcess> process() {
    return processIn(cluster);
  }

  /** Stops the server that runs in {@code directory}, whoever started it. */
  static void stopOrphan(Path directory) {
    processIn(clusterIn(directory)).ifPresent(ServerProcess::stop);
  }

  /** Zonky would wait to the end for a server that has long given up, unless interrupted. */
  private EmbeddedPostgres launch() throws IOException {
    FutureTask<EmbeddedPostgres> launch = new FutureTask<>(builder()::start);
    Thread launcher = Thread.ofPlatform().daemon().name("postgres-launcher").start(launch);
    Poll.until(START_LIMIT, () -> launch.isDone() || hasGivenUp());
    launcher.interrupt();
    try {
      return launch.get();
    } catch (ExecutionException e) {
      stopOrphan(directory);
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private EmbeddedPostgres.Builder builder() {
    File log = directory.resolve(LOG).toFile();
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(cluster)
            .setDataDirectoryCustomizer(Postmaster::writeClients)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(START_LIMIT)
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("locale", "C");
    PLACE.forEach(builder::setServerConfig);
    SETTINGS.forEach(builder::setServerConfig);
    durability.forEach(builder::setServerConfig);
    return builder;
  }

  private static void writeClients(File cluster) {
    try {
      Files.writeString(cluster.toPath().resolve("pg_hba.conf"), CLIENTS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean hasGivenUp() {
    try {
      Path log = directory.resolve(LOG);
      return Files.exists(log) && Files.readString(log).contains("pg_ctl: could not");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Zonky takes whatever answers on the port for the server it started. */
  private boolean isOurs() throws IOException {
    return process().isPresent()
        && Files.readAllLines(pidFileIn(cluster)).get(3).strip().equals(Integer.toString(port));
  }

  /** Postgres refuses to run as root, and a user namespace of its own is the way round that. */
  private static void requireUserNamespace() {
    if (System.getProperty("user.name").equals("root") && !LinuxUtils.isUnshareAvailable()) {
      throw new IllegalStateException(
          "Postgres does not run as root, and `unshare -U` fails here: run as an ordinary user");
    }
  }

  private static Optional<ServerProcess> processIn(Path cluster) {
    return ServerProcess.find(pidFileIn(cluster), "postgres", cluster);
  }

  private static Path clusterIn(Path directory) {
    return directory.resolve("cluster");
  }

  private static Path pidFileIn(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }
}
