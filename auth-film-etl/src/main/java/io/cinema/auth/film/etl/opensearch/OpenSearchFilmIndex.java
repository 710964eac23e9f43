package io.cinema.auth.film.etl.opensearch;

import io.cinema.auth.film.etl.film.Film;
import io.cinema.auth.film.etl.port.FilmIndex;
import io.cinema.auth.film.etl.port.IndexedFilms;
import io.cinema.auth.film.etl.sync.Progress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The index of films in OpenSearch: an alias that searches use, and an index behind it whose name
 * says when it was made. How far it is stands in the index, see {@link Meta}.
 *
 * <p>Besides what the port says, every method throws {@link CredentialsRefusedException} and {@link
 * RequestRefusedException}; and those that look at the alias {@link AliasTakenException}. Waiting
 * helps with none of them.
 */
public final class OpenSearchFilmIndex implements FilmIndex {
  /** The usual alias. */
  public static final String MOVIES = "movies";

  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
  static final Duration FAREWELL = Duration.ofSeconds(2);

  // OpenSearch takes 100 MB at once, unless told otherwise; of a few it has the memory for many.
  private static final int BULK_BYTES = 8 << 20;

  private final OpenSearch openSearch;
  private final String alias;
  private final BulkWriter writer;
  private final Indices indices;

  OpenSearchFilmIndex(
      OpenSearch openSearch, String alias, Shape shape, InstantSource clock, Duration farewell) {
    this.openSearch = openSearch;
    this.alias = alias;
    this.writer = new BulkWriter(openSearch, BULK_BYTES);
    this.indices = new Indices(openSearch, new Names(alias), shape, clock, farewell);
  }

  /**
   * Connects when first asked for something.
   *
   * @param url {@code http} or {@code https}; without a port, 9200 or 443
   * @throws IllegalArgumentException when that is no address, or no name for an alias
   */
  public static OpenSearchFilmIndex at(URI url, @Nullable Credentials credentials, String alias) {
    return at(url, credentials, alias, Limits.usual(), Shape.ours());
  }

  static OpenSearchFilmIndex at(
      URI url, @Nullable Credentials credentials, String alias, Limits limits, Shape shape) {
    OpenSearch openSearch =
        new OpenSearch(Transports.to(url, credentials, limits), limits.backoff());
    return new OpenSearchFilmIndex(
        openSearch, alias, shape, InstantSource.system(), limits.farewell());
  }

  /** What searches find, to be compared. Good as long as this is open. */
  public IndexedFilms films() {
    return new OpenSearchIndexedFilms(openSearch, alias);
  }

  /** An index behind the alias that is not ours is not current, and its progress is empty. */
  @Override
  public Optional<Kept> live() {
    return indices.live();
  }

  @Override
  public Optional<Kept> begun() {
    return indices.begun();
  }

  @Override
  public String create(Progress progress) {
    return indices.create(progress);
  }

  /** An index that is no longer there is not made anew: that is {@code PortUnavailable}. */
  @Override
  public Map<UUID, String> write(String index, List<Film> films, Collection<UUID> gone) {
    List<Operation> operations = new ArrayList<>(films.size() + gone.size());
    films.forEach(film -> operations.add(Operation.index(film)));
    gone.forEach(film -> operations.add(Operation.delete(film)));
    Map<UUID, String> refused = new LinkedHashMap<>();
    writer.write(Names.forWriting(index), operations, refused);
    return refused;
  }

  /** Searches see nothing of an index that is being filled, so it is not refreshed then. */
  @Override
  public void keep(String index, Progress progress) {
    indices.keep(index, progress);
  }

  /**
   * May be asked again after a failure: it does what is left. The index before is deleted {@link
   * #FAREWELL} later: in one step with the swap, searches that are under way would fail. Where we
   * are stopped in between, it stays until another one is published or made.
   */
  @Override
  public void publish(String index) {
    indices.publish(index);
  }

  @Override
  public void close() {
    openSearch.close();
  }
}
