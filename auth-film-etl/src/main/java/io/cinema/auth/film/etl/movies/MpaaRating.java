package io.cinema.auth.film.etl.movies;

import io.cinema.auth.film.etl.movies.Remarks.Oddity;
import org.jspecify.annotations.Nullable;

/** What a rating of the Motion Picture Association says about how old one must be. */
final class MpaaRating {
  private static final int TEENAGER = 13;
  private static final int ACCOMPANIED = 17;
  private static final int ADULT = 18;

  private MpaaRating() {}

  /**
   * In years. Null for G and PG, which admit everybody, and for what was not rated. R admits
   * younger ones with their parents, whom nobody sees at home; NC-17 admits nobody of 17.
   *
   * @throws IllegalArgumentException when there is no such rating
   */
  static @Nullable Integer minAge(@Nullable String rating, Remarks remarks) {
    return switch (rating) {
      case null -> null;
      case "G", "PG", "Not Rated" -> null;
      case "PG-13" -> TEENAGER;
      case "R" -> ACCOMPANIED;
      case "NC-17" -> ADULT;
      case "Open" -> {
        remarks.add(Oddity.NO_MPAA);
        yield null;
      }
      default -> throw new IllegalArgumentException("there is no MPAA rating `" + rating + "`");
    };
  }
}
