package io.cinema.auth.devkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A Postgres in processes of this machine. */
final class PostgresProcesses implements ServerControl {

  private final ServerDirectory directory;
  private final int port;
  private final Postmaster postmaster;

  PostgresProcesses(ServerDirectory directory, Map<String, String> durability) {
    this.directory = directory;
    this.port = directory.port();
    this.postmaster = new Postmaster(directory.path(), port, durability);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void start() {
    if (postmaster.isStarted()) {
      return;
    }
    try {
      postmaster.start();
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException(
          "Postgres did not start in %s: %s%n%s"
              .formatted(directory.path(), e.getMessage(), directory.tail(Postmaster.LOG)),
          e);
    }
  }

  @Override
  public void stop() {
    try {
      postmaster.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void pause() {
    postmaster.process().ifPresent(ServerProcess::pause);
  }

  @Override
  public void resume() {
    postmaster.process().ifPresent(ServerProcess::resume);
  }

  @Override
  public void close() {
    stop();
    directory.close();
  }
}
