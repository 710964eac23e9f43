package io.cinema.auth.film.etl.sync;

import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.film.etl.film.Film;
import io.cinema.auth.film.etl.port.Catalogue;
import io.cinema.auth.film.etl.port.FilmIndex;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One index on its way after the catalogue. Good until the first exception: then progress is read
 * from the index again, by a new one.
 */
final class Follower {
  private final FilmIndex index;
  private final String name;
  private final SyncSettings settings;
  private final SyncListener listener;
  private final Recent recent;

  /**
   * Up to where all is written that there is no room to remember. It is not read again before a
   * transaction ends that has been open so long: then it is written once more.
   */
  private final Map<ChangeKind, Cursor> ahead = new EnumMap<>(ChangeKind.class);

  private Progress progress;
  private Progress kept;
  private Instant refusedTried;
  private long written;

  Follower(FilmIndex index, FilmIndex.Kept found, SyncSettings settings, SyncListener listener) {
    this(index, found.name(), found.progress(), settings, listener);
  }

  Follower(
      FilmIndex index,
      String name,
      Progress progress,
      SyncSettings settings,
      SyncListener listener) {
    this.index = index;
    this.name = name;
    this.progress = progress;
    this.kept = progress;
    this.refusedTried = progress.asOf();
    this.settings = settings;
    this.listener = listener;
    this.recent = new Recent(settings.remembered());
  }

  String name() {
    return name;
  }

  boolean isFull() {
    return progress.isFull();
  }

  /** Whether that is our index, as far as we brought it. */
  boolean isAsLeft(FilmIndex.Kept found) {
    return found.current() && found.name().equals(name) && found.progress().equals(kept);
  }

  /**
   * Copies some of the films that were there before the index was.
   *
   * @return whether there are more
   */
  boolean copy(Catalogue.View view) {
    try (Writer writer = new Writer(index, name, this::take)) {
      for (int i = 0; i < SyncSettings.BATCHES_A_VIEW && !progress.isFull(); i++) {
        List<Film> films =
            view.filmsAfter(Objects.requireNonNull(progress.copied()), settings.batch());
        writer.write(films, List.of());
        progress = progress.copiedTo(films.size() < settings.batch() ? null : films.getLast().id());
      }
      writer.finish();
    }
    keep(view.moment().at());
    return !progress.isFull();
  }

  /**
   * Brings in what was changed.
   *
   * @param settled what is not in the view will be stamped then or later
   * @return whether there is more
   */
  boolean follow(Catalogue.View view, Instant settled) {
    long before = written;
    boolean more;
    try (Writer writer = new Writer(index, name, this::take)) {
      Set<UUID> sent = new HashSet<>();
      tryRefused(view, writer, sent);
      more = followAll(view, settled, writer, sent);
      writer.finish();
    }
    recent.forgetBefore(settled);
    if (written > before
        || !progress.equals(kept)
        || kept.asOf().plus(SyncSettings.SIGN_OF_LIFE).isBefore(view.moment().at())) {
      keep(view.moment().at());
    }
    if (!more) {
      listener.on(new SyncEvent.CaughtUp(name, written));
      written = 0;
    }
    return more;
  }

  private boolean followAll(Catalogue.View view, Instant settled, Writer writer, Set<UUID> sent) {
    if (!recent.isFull()) {
      ahead.clear();
    }
    for (ChangeKind kind : ChangeKind.values()) {
      Cursor reading = Cursor.earlier(progress.cursor(kind), Cursor.at(settled));
      List<Change> changes;
      do {
        if (sent.size() >= settings.filmsAView()) {
          return true;
        }
        changes = view.changes(kind, reading, settings.batch());
        sendFresh(kind, changes, view, writer, sent);
        recent.add(kind, changes, settled);
        if (!changes.isEmpty()) {
          reading = changes.getLast().cursor();
          progress = progress.with(kind, Cursor.earlier(reading, Cursor.at(settled)));
          reading = skipped(kind, reading);
        }
      } while (changes.size() >= settings.batch());
    }
    return false;
  }

  private Cursor skipped(ChangeKind kind, Cursor reading) {
    return recent.isFull() ? ahead.merge(kind, reading, Cursor::later) : reading;
  }

  private void sendFresh(
      ChangeKind kind, List<Change> changes, Catalogue.View view, Writer writer, Set<UUID> sent) {
    List<UUID> films =
        changes.stream()
            .filter(change -> !recent.has(kind, change))
            .map(Change::film)
            .filter(Objects::nonNull)
            .filter(sent::add)
            .toList();
    send(view, writer, films);
  }

  private void tryRefused(Catalogue.View view, Writer writer, Set<UUID> sent) {
    Instant now = view.moment().at();
    if (refusedTried.plus(SyncSettings.REFUSED_AGAIN).isBefore(now)) {
      refusedTried = now;
      List<UUID> again = progress.refused().keySet().stream().filter(sent::add).toList();
      send(view, writer, again);
    }
  }

  private void send(Catalogue.View view, Writer writer, List<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    List<Film> films = view.films(ids);
    Set<UUID> found = films.stream().map(Film::id).collect(Collectors.toSet());
    writer.write(films, ids.stream().filter(id -> !found.contains(id)).toList());
  }

  /** What came of a batch. */
  private void take(Writer.Written batch) {
    written += batch.films().size();
    progress = progress.tried(batch.films(), batch.refused());
    listener.on(
        new SyncEvent.Wrote(name, batch.films().size() - batch.gone(), batch.gone(), batch.took()));
    hide(batch.refused().keySet());
    batch
        .refused()
        .forEach((film, reason) -> listener.on(new SyncEvent.Refused(name, film, reason)));
    if (progress.refused().size() > SyncSettings.MOST_REFUSED) {
      throw PortUnavailableException.down(
          "FilmIndex",
          new IllegalStateException(
              name + " refuses more than " + SyncSettings.MOST_REFUSED + " films"));
    }
  }

  /** The document of before may say that more people may watch: better none than that. */
  private void hide(Set<UUID> refused) {
    if (!refused.isEmpty()) {
      Map<UUID, String> _ = index.write(name, List.of(), refused);
    }
  }

  private void keep(Instant now) {
    progress = progress.asOf(now);
    index.keep(name, progress);
    kept = progress;
  }
}
