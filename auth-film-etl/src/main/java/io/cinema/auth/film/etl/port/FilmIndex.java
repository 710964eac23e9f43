package io.cinema.auth.film.etl.port;

import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.film.etl.film.Film;
import io.cinema.auth.film.etl.sync.Progress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The search index of films: one that searches see, and at times a new one that is being filled.
 *
 * <p>Every method throws {@link PortUnavailableException} when the index is away, and tries again
 * by itself what was refused for want of room only.
 */
public interface FilmIndex extends AutoCloseable {

  /** The index that searches see. */
  Optional<Kept> live();

  /** A new one that somebody began to fill, of the present shape. */
  Optional<Kept> begun();

  /**
   * Makes a new index that nobody sees yet, and deletes what was begun earlier. Returns its name.
   */
  String create(Progress progress);

  /**
   * Writes and deletes documents. Returns which films were refused for good, and why; the others
   * are written and survive a crash of either side.
   */
  Map<UUID, String> write(String index, List<Film> films, Collection<UUID> gone);

  /** Keeps how far an index is, and lets searches see what was written. */
  void keep(String index, Progress progress);

  /** Lets searches see this index instead of the one before, in one step, and deletes that. */
  void publish(String index);

  @Override
  void close();

  /**
   * An index that is there.
   *
   * @param current whether its shape is the one that we write
   */
  record Kept(String name, Progress progress, boolean current) {}
}
