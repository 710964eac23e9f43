package io.cinema.auth.film.etl.verify;

import io.cinema.auth.film.etl.film.Film;
import io.cinema.auth.film.etl.port.Catalogue;
import io.cinema.auth.film.etl.port.IndexedFilms;
import io.cinema.auth.film.etl.sync.Cursor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Walks along both sides in the order of ids, a page at a time. */
public final class VerifyIndexService implements VerifyIndex {
  private static final int PAGE = 1_000;

  private final Catalogue catalogue;
  private final IndexedFilms index;

  public VerifyIndexService(Catalogue catalogue, IndexedFilms index) {
    this.catalogue = catalogue;
    this.index = index;
  }

  @Override
  public Verified verify() {
    try (Catalogue.View view = catalogue.view()) {
      return compare(new Paged(view::filmsAfter), new Paged(index::after));
    }
  }

  private static Verified compare(Paged catalogue, Paged index) {
    Tally tally = new Tally();
    Film ours = catalogue.nextOrNull();
    Film theirs = index.nextOrNull();
    while (ours != null || theirs != null) {
      int order = ours == null ? 1 : theirs == null ? -1 : Cursor.compare(ours.id(), theirs.id());
      if (order < 0) {
        tally.add(new Difference(Objects.requireNonNull(ours).id(), Kind.MISSING, List.of()));
      } else if (order > 0) {
        tally.add(new Difference(Objects.requireNonNull(theirs).id(), Kind.SURPLUS, List.of()));
      } else if (!Objects.equals(ours, theirs)) {
        tally.add(different(Objects.requireNonNull(ours), Objects.requireNonNull(theirs)));
      }
      ours = order <= 0 ? catalogue.nextOrNull() : ours;
      theirs = order >= 0 ? index.nextOrNull() : theirs;
    }
    return new Verified(catalogue.read, index.read, tally.differing, List.copyOf(tally.examples));
  }

  private static Difference different(Film ours, Film theirs) {
    List<String> fields =
        Arrays.stream(Film.class.getRecordComponents())
            .filter(field -> !Objects.equals(value(field, ours), value(field, theirs)))
            .map(RecordComponent::getName)
            .toList();
    return new Difference(ours.id(), Kind.DIFFERENT, fields);
  }

  private static @Nullable Object value(RecordComponent field, Film film) {
    try {
      return field.getAccessor().invoke(film);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Tally {
    private final List<Difference> examples = new ArrayList<>();
    private long differing;

    private void add(Difference difference) {
      differing++;
      if (examples.size() < SHOWN) {
        examples.add(difference);
      }
    }
  }

  /** One side, film by film. */
  private static final class Paged implements Iterator<Film> {
    private final BiFunction<UUID, Integer, List<Film>> pages;
    private Iterator<Film> page = List.<Film>of().iterator();
    private UUID last = Cursor.FIRST;
    private boolean more = true;
    private long read;

    private Paged(BiFunction<UUID, Integer, List<Film>> pages) {
      this.pages = pages;
    }

    @Override
    public boolean hasNext() {
      if (!page.hasNext() && more) {
        List<Film> films = pages.apply(last, PAGE);
        more = films.size() == PAGE;
        page = films.iterator();
      }
      return page.hasNext();
    }

    @Override
    public Film next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Film film = page.next();
      last = film.id();
      read++;
      return film;
    }

    private @Nullable Film nextOrNull() {
      return hasNext() ? next() : null;
    }
  }
}
