package io.cinema.auth.film.etl.sync;

import io.cinema.auth.film.etl.film.Film;
import io.cinema.auth.film.etl.port.FilmIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Writes one batch while the next is read. Never two at a time: the later of two versions of a film
 * must come last.
 */
final class Writer implements AutoCloseable {

  /** What came of a batch: all that was tried, how many of that are gone, what was refused. */
  record Written(List<UUID> films, int gone, Map<UUID, String> refused, Duration took) {
    private static final Written NOTHING = new Written(List.of(), 0, Map.of(), Duration.ZERO);

    boolean isEmpty() {
      return films.isEmpty();
    }
  }

  private final FilmIndex index;
  private final String name;
  private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable Future<Written> under;

  Writer(FilmIndex index, String name) {
    this.index = index;
    this.name = name;
  }

  /** Begins with a batch, and returns what came of the one before. */
  Written write(List<Film> films, Collection<UUID> gone) {
    Written before = finish();
    if (!films.isEmpty() || !gone.isEmpty()) {
      Callable<Written> batch = () -> written(films, gone);
      under = thread.submit(batch);
    }
    return before;
  }

  /** Waits for the batch that is under way, and returns what came of it. */
  Written finish() {
    Future<Written> batch = under;
    under = null;
    if (batch == null) {
      return Written.NOTHING;
    }
    try {
      return batch.get();
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
    thread.close();
  }
}
