package io.cinema.auth.film.etl.sync;

import io.cinema.auth.film.etl.film.Film;
import io.cinema.auth.film.etl.port.FilmIndex;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Writes batches while the next ones are read, two at a time: one alone leaves the index waiting
 * for the network. No film may be in two batches of one writer, for the later of two versions might
 * be written first.
 */
final class Writer implements AutoCloseable {
  private static final int AT_ONCE = 2;

  /** What came of a batch: all that was tried, how many of that are gone, what was refused. */
  record Written(List<UUID> films, int gone, Map<UUID, String> refused, Duration took) {}

  private final FilmIndex index;
  private final String name;
  private final Consumer<Written> told;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Future<Written>> under = new ArrayDeque<>();

  /**
   * @param told what came of each batch, in their order and by the thread that writes
   */
  Writer(FilmIndex index, String name, Consumer<Written> told) {
    this.index = index;
    this.name = name;
    this.told = told;
  }

  /** Begins with a batch, once there is room for it. */
  void write(List<Film> films, Collection<UUID> gone) {
    if (films.isEmpty() && gone.isEmpty()) {
      return;
    }
    if (under.size() >= AT_ONCE) {
      tellFirst();
    }
    Callable<Written> batch = () -> written(films, gone);
    under.addLast(threads.submit(batch));
  }

  /** Waits for all that is under way. */
  void finish() {
    while (!under.isEmpty()) {
      tellFirst();
    }
  }

  private void tellFirst() {
    try {
      told.accept(under.removeFirst().get());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Written written(List<Film> films, Collection<UUID> gone) {
    long start = System.nanoTime();
    Map<UUID, String> refused = index.write(name, films, gone);
    List<UUID> all = new ArrayList<>(films.size() + gone.size());
    films.forEach(film -> all.add(film.id()));
    boolean _ = all.addAll(gone);
    return new Written(all, gone.size(), refused, Duration.ofNanos(System.nanoTime() - start));
  }

  /** Waits for whatever is under way: nobody may write to the index after it was given up. */
  @Override
  public void close() {
    threads.close();
  }
}
