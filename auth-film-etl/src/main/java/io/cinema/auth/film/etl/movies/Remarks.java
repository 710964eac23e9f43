package io.cinema.auth.film.etl.movies;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was odd in a file, and how often. */
final class Remarks {
  private final Map<Oddity, Integer> counts = new EnumMap<>(Oddity.class);

  /** What is odd in vega-datasets' file, and how it is taken. */
  enum Oddity {
    NUMBER("titles that are numbers were taken as text"),
    UNTITLED("films without a title are called `" + FilmConverter.UNTITLED + "`"),
    MOJIBAKE("texts in CP1252 that had been read as Mac Roman were read again"),
    BLANKS("texts with blanks too many lost those"),
    QUOTES("names with doubled quotation marks, as CSV writes them, got single ones"),
    CENTURY("release dates a century late, of years with two digits, were taken as 19.."),
    EPOCH("release dates of `Dec 31 1969` are what an empty date became, and were left out"),
    NO_MPAA("films rated `Open`, which the MPAA does not know, got no lowest age"),
    TWICE("films of the same title and date as another were taken as others");

    private final String sentence;

    Oddity(String sentence) {
      this.sentence = sentence;
    }
  }

  void add(Oddity oddity) {
    Integer _ = counts.merge(oddity, 1, Integer::sum);
  }

  /** A sentence for each that was met. */
  List<String> sentences() {
    return counts.entrySet().stream()
        .map(one -> one.getKey().sentence + ": " + one.getValue())
        .toList();
  }
}
