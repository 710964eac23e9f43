package io.cinema.auth.devkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A running server as the operating system sees it, found by its pid file.
 *
 * <p>A pid alone proves nothing, since it may have been given to another process after a crash:
 * what is found here runs the expected program and names the expected directory among its
 * arguments.
 */
final class ServerProcess {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final ProcessHandle handle;
  private final String program;
  private final Path directory;

  private ServerProcess(ProcessHandle handle, String program, Path directory) {
    this.handle = handle;
    this.program = program;
    this.directory = directory;
  }

  /** The live {@code program} that serves {@code directory} and wrote {@code pidFile}, if any. */
  static Optional<ServerProcess> find(Path pidFile, String program, Path directory) {
    return pid(pidFile)
        .flatMap(ProcessHandle::of)
        .map(handle -> new ServerProcess(handle, program, directory))
        .filter(ServerProcess::isRunning);
  }

  /**
   * Freezes the server with all its children: the kernel still accepts connections, nobody answers.
   */
  void pause() {
    Set<Long> frozen = new HashSet<>();
    // A child forked while we were signalling the others is found in the next round.
    for (List<Long> fresh = pids(); !fresh.isEmpty(); fresh = pids()) {
      signal("STOP", fresh);
      frozen.addAll(fresh);
      if (frozen.containsAll(pids())) {
        return;
      }
    }
  }

  void resume() {
    signal("CONT", pids());
  }

  /**
   * Stops the server in the orderly way that drops its clients (SIGINT, Postgres' fast shutdown),
   * and kills it when that takes too long. Returns when it is gone, at once if it is already.
   */
  void stop() {
    stop("INT");
  }

  /** {@link #stop} for a JVM: it ignores SIGINT where whoever started it did, as scripts do. */
  void terminate() {
    stop("TERM");
  }

  private void stop(String signal) {
    if (!isRunning()) {
      return;
    }
    List<ProcessHandle> children = handle.descendants().toList();
    resume();
    signal(signal, List.of(handle.pid()));
    if (!Poll.until(STOP_LIMIT, () -> !isRunning())) {
      handle.destroyForcibly();
      children.forEach(ProcessHandle::destroyForcibly);
      Poll.until(STOP_LIMIT, () -> !isRunning());
    }
  }

  /** False for a zombie too: nobody may be there to reap it when init is not a real one. */
  private boolean isRunning() {
    ProcessHandle.Info info = handle.info();
    return handle.isAlive()
        && info.command()
            .filter(it -> Path.of(it).getFileName().toString().startsWith(program))
            .isPresent()
        && info.arguments()
            .filter(it -> Arrays.asList(it).contains(directory.toString()))
            .isPresent();
  }

  private List<Long> pids() {
    return Stream.concat(Stream.of(handle), handle.descendants()).map(ProcessHandle::pid).toList();
  }

  private static Optional<Long> pid(Path pidFile) {
    try (Stream<String> lines = Files.lines(pidFile)) {
      return lines
          .findFirst()
          .map(String::strip)
          .filter(it -> it.matches("\\d+"))
          .map(Long::valueOf);
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** Java can only send TERM and KILL by itself. */
  private static void signal(String name, List<Long> pids) {
    String targets = pids.stream().map(String::valueOf).collect(Collectors.joining(" "));
    try {
      new ProcessBuilder("sh", "-c", "kill -" + name + " " + targets)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
