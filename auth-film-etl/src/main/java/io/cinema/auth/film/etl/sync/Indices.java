package io.cinema.auth.film.etl.sync;

import io.cinema.auth.film.etl.port.Catalogue;
import io.cinema.auth.film.etl.port.FilmIndex;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The index that searches see, and the one that is being filled to take its place. Both follow: a
 * change does not wait until the new one is full.
 */
final class Indices {
  private final FilmIndex index;
  private final SyncListener listener;
  private @Nullable Follower live;
  private @Nullable Follower filling;

  private Indices(
      FilmIndex index, @Nullable Follower live, @Nullable Follower filling, SyncListener listener) {
    this.index = index;
    this.live = live;
    this.filling = filling;
    this.listener = listener;
  }

  /**
   * Finds what is there, and makes a new index where none is of use.
   *
   * @param now by the clock of the catalogue
   * @param rebuild whether to make a new one anyway
   */
  static Indices open(
      FilmIndex index,
      Instant now,
      Instant settled,
      boolean rebuild,
      SyncSettings settings,
      SyncListener listener) {
    // One of another shape can't take our documents: it stays as it is until it is replaced.
    Optional<FilmIndex.Kept> live =
        index.live().filter(FilmIndex.Kept::current).filter(found -> isOfUse(found, now));
    Optional<FilmIndex.Kept> begun =
        rebuild ? Optional.empty() : index.begun().filter(found -> isOfUse(found, now));
    Follower filling =
        begun.map(found -> new Follower(index, found, settings, listener)).orElse(null);
    if (filling == null && (rebuild || live.isEmpty())) {
      Progress empty = Progress.empty(settled);
      filling = new Follower(index, index.create(empty), empty, settings, listener);
    }
    return new Indices(
        index,
        live.map(found -> new Follower(index, found, settings, listener)).orElse(null),
        filling,
        listener);
  }

  /**
   * What was settled for whoever kept the index before us is settled for us as well: no cursor goes
   * beyond. So we need not wait for transactions that were there before us.
   *
   * @return null when there is no index of use
   */
  static @Nullable Instant settledBefore(FilmIndex index, Instant now) {
    return index
        .live()
        .filter(FilmIndex.Kept::current)
        .filter(found -> isOfUse(found, now))
        .flatMap(
            found ->
                found.progress().cursors().values().stream()
                    .map(Cursor::modified)
                    .max(Comparator.naturalOrder()))
        .orElse(null);
  }

  /**
   * One that was left alone for too long has missed deletions. And one from the future shows that
   * the clock was put back while nobody looked: nothing is known of what was stamped since.
   */
  private static boolean isOfUse(FilmIndex.Kept found, Instant now) {
    Instant asOf = found.progress().asOf();
    return !asOf.isBefore(now.minus(SyncSettings.DELETIONS_KEPT)) && !asOf.isAfter(now);
  }

  /**
   * Whether searches still see what we left: nobody deleted it, restored it to what it was, or
   * wrote to it. Asked each round, since a catalogue where nothing is changed gives no cause to
   * touch it.
   */
  boolean isAsLeft() {
    Follower ours = live;
    return ours == null || index.live().filter(ours::isAsLeft).isPresent();
  }

  void tell(long films) {
    if (filling != null) {
      listener.on(new SyncEvent.Filling(filling.name(), films));
    }
  }

  /** Returns whether there is more to do. */
  boolean round(Catalogue.View view, Instant settled) {
    boolean more = live != null && live.follow(view, settled);
    Follower next = filling;
    if (next == null) {
      return more;
    }
    if (!next.isFull()) {
      boolean _ = next.copy(view);
    } else if (!next.follow(view, settled)) {
      index.publish(next.name());
      listener.on(new SyncEvent.Published(next.name()));
      live = next;
      filling = null;
      return false;
    }
    return true;
  }
}
