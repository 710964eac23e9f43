package io.cinema.auth.devkit;

import io.cinema.auth.devkit.social.FakeOidc;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The process behind {@code bin/run}: a Postgres and a Redis that keep their data, and an
 * OpenSearch where films are wanted.
 *
 * <p>Its arguments are the data directory and, for the films, {@code --films}. It writes the
 * addresses and secrets that the service and the command line need to {@code dev.env} in there,
 * then prints one line on standard output: {@code backends ready}, or why not. It stops when its
 * standard input ends, so it cannot outlive whoever holds the other end of that pipe; SIGTERM does
 * as well. {@code dev.env} is there only while it runs.
 */
public final class DevBackends implements AutoCloseable {

  /** How long to wait for a predecessor that is just stopping. */
  private static final Duration PREDECESSOR_LIMIT = Duration.ofSeconds(15);

  private static final String DATABASE = "auth";
  private static final String FILMS = "--films";

  private final Path directory;
  private final EnvFile env;
  private final DirectoryLock lock;
  private final AtExit atExit;
  private @Nullable PostgresServer postgres;
  private @Nullable RedisServer redis;
  private @Nullable FakeOidc demo;
  private @Nullable CompletableFuture<OpenSearchServer> openSearch;

  private DevBackends(Path directory, EnvFile env, DirectoryLock lock) {
    this.directory = directory;
    this.env = env;
    this.lock = lock;
    this.atExit = new AtExit("dev-backends", this::shutDown);
  }

  /**
   * {@code DevBackends <data directory> [--films]}; exits with 1 when it cannot start, 2 on wrong
   * usage.
   */
  public static void main(String[] args) throws IOException {
    System.setProperty("logback.configurationFile", "io/cinema/auth/devkit/logback.xml");
    boolean films = args.length == 2 && args[1].equals(FILMS);
    if (args.length != 1 && !films) {
      System.err.println("usage: DevBackends <data directory> [" + FILMS + "]");
      System.exit(2);
    }
    try (DevBackends backends = claim(Path.of(args[0]))) {
      backends.start(films);
      System.out.println("backends ready");
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IllegalStateException | UncheckedIOException e) {
      System.out.println(e.getMessage());
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Takes the data directory over, with whatever a killed predecessor has left in it. */
  private static DevBackends claim(Path data) {
    Path directory = ServerDirectory.create(data);
    Path env = directory.resolve("dev.env");
    // Whoever stops removes its dev.env first: one that still has it is there to stay.
    Duration patience = Files.exists(env) ? Duration.ZERO : PREDECESSOR_LIMIT;
    DirectoryLock lock = DirectoryLock.acquire(directory, patience);
    EnvFile file = new EnvFile(env);
    file.delete();
    return new DevBackends(directory, file, lock);
  }

  private void start(boolean films) {
    if (films) {
      // Before the others, and beside them: it takes longest.
      openSearch =
          CompletableFuture.supplyAsync(() -> OpenSearchServer.at(directory.resolve("opensearch")));
    }
    Map<String, String> values = startService();
    CompletableFuture<OpenSearchServer> index = openSearch;
    if (index != null) {
      values.put("AUTH_FILMS_OPENSEARCH_URL", started(index).uri().toString());
    }
    env.write(values);
  }

  private static OpenSearchServer started(CompletableFuture<OpenSearchServer> server) {
    try {
      return server.join();
    } catch (CompletionException e) {
      throw new IllegalStateException(Objects.requireNonNull(e.getCause()).getMessage(), e);
    }
  }

  private static boolean closeStarted(
      @Nullable OpenSearchServer server, @Nullable Throwable failure) {
    if (server != null) {
      server.close();
    }
    return failure == null;
  }

  private Map<String, String> startService() {
    DevSecrets secrets = DevSecrets.in(new EnvFile(directory.resolve("dev.secrets")));
    PostgresServer database = PostgresServer.at(directory.resolve("postgres"));
    postgres = database;
    database.createDatabase(
        DATABASE, secrets.get(DevSecrets.OWNER_PASSWORD), secrets.get(DevSecrets.APP_PASSWORD));
    RedisServer cache = RedisServer.at(directory.resolve("redis"));
    redis = cache;
    FakeOidc network = DemoNetwork.open(secrets, servicePort());
    demo = network;

    Map<String, String> values = new LinkedHashMap<>();
    values.put("AUTH_MODE", "dev");
    values.put("AUTH_DATABASE_URL", database.jdbcUrl(DATABASE));
    values.put("AUTH_DATABASE_USER", Roles.APP);
    values.put("AUTH_DATABASE_PASSWORD", secrets.get(DevSecrets.APP_PASSWORD));
    values.put("AUTH_MIGRATION_USER", Roles.OWNER);
    values.put("AUTH_MIGRATION_PASSWORD", secrets.get(DevSecrets.OWNER_PASSWORD));
    values.put("AUTH_REDIS_URI", cache.uri().toString());
    values.put("AUTH_MASTER_KEY", secrets.get(DevSecrets.MASTER_KEY));
    values.putAll(DemoNetwork.settings(network));
    return values;
  }

  /** Where the service will be that these are for. */
  private static int servicePort() {
    return Integer.parseInt(System.getenv().getOrDefault("AUTH_PORT", "8080"));
  }

  @Override
  public void close() {
    atExit.run();
  }

  private void shutDown() {
    env.delete();
    PostgresServer database = postgres;
    if (database != null) {
      database.close();
    }
    RedisServer cache = redis;
    if (cache != null) {
      cache.close();
    }
    FakeOidc network = demo;
    if (network != null) {
      network.close();
    }
    CompletableFuture<OpenSearchServer> index = openSearch;
    if (index != null) {
      boolean _ = index.handle(DevBackends::closeStarted).join();
    }
    lock.close();
  }
}
