package io.cinema.auth.film.etl.movies;

import io.cinema.auth.domain.access.ContentLabel;
import io.cinema.auth.film.etl.film.Film;
import io.cinema.auth.film.etl.film.Named;
import io.cinema.auth.film.etl.movies.Remarks.Oddity;
import java.io.IOException;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes films of what stands in one file, and repairs what is certain. */
final class FilmConverter {
  static final String UNTITLED = "Untitled";

  private static final Pattern BLANKS = Pattern.compile("(?U)\\s+");

  private final Remarks remarks = new Remarks();
  private final Map<List<String>, Integer> times = new HashMap<>();

  /**
   * @throws IOException when its date or its MPAA rating is none: says in which line
   */
  Film film(Movie movie) throws IOException {
    try {
      return new Film(
          id(movie),
          title(movie),
          null,
          movie.imdbRating(),
          ReleaseDate.read(movie.releaseDate(), remarks).orElse(null),
          "movie",
          named(movie.genre(), NameIds::genre),
          List.of(),
          List.of(),
          named(movie.director(), NameIds::person),
          ContentLabel.PUBLIC,
          MpaaRating.minAge(movie.mpaaRating(), remarks));
    } catch (DateTimeParseException noDate) {
      throw MoviesReader.bad(
          movie.line(), "`Release Date` must be a day such as Jun 12 1998", noDate);
    } catch (IllegalArgumentException noRating) {
      throw MoviesReader.bad(movie.line(), String.valueOf(noRating.getMessage()), noRating);
    }
  }

  List<String> remarks() {
    return remarks.sentences();
  }

  private UUID id(Movie movie) {
    String title = movie.title() == null ? "" : movie.title();
    int number = times.merge(List.of(title, movie.releaseDate()), 1, Integer::sum);
    if (number > 1) {
      remarks.add(Oddity.TWICE);
    }
    return NameIds.film(title, movie.releaseDate(), number - 1);
  }

  private String title(Movie movie) {
    Optional<String> title = clean(movie.title());
    if (title.isEmpty()) {
      remarks.add(Oddity.UNTITLED);
    } else if (movie.numericTitle()) {
      remarks.add(Oddity.NUMBER);
    }
    return title.orElse(UNTITLED);
  }

  private List<Named> named(@Nullable String written, Function<String, UUID> id) {
    return clean(written).map(name -> List.of(new Named(id.apply(name), name))).orElse(List.of());
  }

  /** Empty when there is no text. */
  private Optional<String> clean(@Nullable String written) {
    if (written == null) {
      return Optional.empty();
    }
    // Blanks first: one that does not break is another letter to who reads the text again.
    String clean = BLANKS.matcher(written).replaceAll(" ").strip();
    note(Oddity.BLANKS, written, clean);
    String quoted = clean.replace("\"\"", "\"");
    note(Oddity.QUOTES, clean, quoted);
    String meant = Mojibake.repaired(quoted).orElse(quoted);
    note(Oddity.MOJIBAKE, quoted, meant);
    return meant.isEmpty() ? Optional.empty() : Optional.of(meant);
  }

  private void note(Oddity oddity, String before, String after) {
    if (!after.equals(before)) {
      remarks.add(oddity);
    }
  }
}
