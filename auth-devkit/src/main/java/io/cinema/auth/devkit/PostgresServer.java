package io.cinema.auth.devkit;

import java.nio.file.Path;
import java.util.Map;

/**
 * A real Postgres on loopback, in its own processes, gone at the latest when this JVM ends.
 *
 * <p>The superuser {@code postgres} is let in without a password; everybody else needs theirs, as
 * in production. The server speaks UTC and UTF-8 and orders text by code point. Its log is {@code
 * postgres.log} in its directory, without statements and row values: they carry personal data.
 *
 * <p>Every method throws {@link IllegalStateException} when the server refuses; when it does not
 * start, with the end of its log.
 */
public final class PostgresServer implements AutoCloseable {

  /** Zonky turns both off unless told otherwise. */
  private static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "synchronous_commit", "on");

  private static final Map<String, String> FAST =
      Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

  private final ServerControl control;
  private final AtExit atExit;

  private PostgresServer(ServerControl control) {
    this.control = control;
    this.atExit = new AtExit("postgres", this::shutDown);
  }

  /**
   * A server in a fresh temporary directory, or in a container ({@link Containers}), fast and
   * careless with its data; for tests.
   */
  public static PostgresServer temporary() {
    return started(
        new PostgresServer(
            Containers.areWanted()
                ? Containers.postgres(FAST)
                : new PostgresProcesses(
                    ServerDirectory.temporary("postgres", Postmaster::stopOrphan), FAST)));
  }

  /**
   * A server that keeps its data in {@code dataDirectory} and commits durably. It listens on the
   * port of the last time while that is free. A server orphaned in there when its JVM was killed is
   * stopped first.
   *
   * @throws IllegalStateException if another process is using the directory, which it names
   */
  public static PostgresServer at(Path dataDirectory) {
    return started(
        new PostgresServer(
            new PostgresProcesses(
                ServerDirectory.kept(dataDirectory, Postmaster::stopOrphan), DURABLE)));
  }

  public int port() {
    return control.port();
  }

  /** The address of a database, without user and password. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(control.port(), database);
  }

  /** {@link #createDatabase(String, String, String)} with the well-known passwords of tests. */
  public void createDatabase(String name) {
    createDatabase(name, Roles.OWNER_PASSWORD, Roles.APP_PASSWORD);
  }

  /**
   * Makes sure that the database is there, that {@link Roles#OWNER} owns it, and that {@link
   * Roles#APP} may connect to it but make nothing in it. Both roles, shared by all databases of
   * this server, are made if need be and get these passwords.
   *
   * @param name lower-case letters, digits and underscores, at most 63, a letter first
   */
  public synchronized void createDatabase(String name, String ownerPassword, String appPassword) {
    Roles.createDatabase(jdbcUrl("postgres"), name, ownerPassword, appPassword);
  }

  /** Shuts the server down; connections break and new ones are refused. Data and port stay. */
  public synchronized void stop() {
    control.stop();
  }

  /** Starts it again after {@link #stop}, on the same port and data. Returns when it answers. */
  public synchronized void start() {
    control.start();
  }

  /** Freezes all its processes: connections hang, none is refused. A black hole until resumed. */
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

  private static PostgresServer started(PostgresServer server) {
    try {
      server.start();
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }
}
