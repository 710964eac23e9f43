package io.cinema.auth.film.etl.movies;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of one film, read one after the other. What no such file has is refused. */
final class MovieFields {
  private static final double HIGHEST_RATING = 10;

  /** What we need of a film: null in many, but there. */
  private static final Set<String> NEEDED =
      Set.of("Title", "Release Date", "MPAA Rating", "Major Genre", "Director", "IMDB Rating");

  /** What we know of and do not take. */
  private static final Set<String> LEFT =
      Set.of(
          "US Gross",
          "Worldwide Gross",
          "US DVD Sales",
          "Production Budget",
          "Running Time min",
          "Distributor",
          "Source",
          "Creative Type",
          "Rotten Tomatoes Rating",
          "IMDB Votes");

  private final JsonParser json;
  private final Set<String> seen = new HashSet<>();
  private @Nullable String title;
  private boolean numericTitle;
  private @Nullable String releaseDate;
  private @Nullable String mpaaRating;
  private @Nullable String genre;
  private @Nullable String director;
  private @Nullable Double imdbRating;

  /**
   * @param json at the start of the film
   */
  MovieFields(JsonParser json) {
    this.json = json;
  }

  Movie movie() throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw MoviesReader.bad(json, "a film must be an object");
    }
    int line = json.currentTokenLocation().getLineNr();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      boolean _ = seen.add(name);
      take(name, value);
    }
    return built(line);
  }

  private void take(String name, JsonToken value) throws IOException {
    switch (name) {
      case "Title" -> {
        numericTitle = value == JsonToken.VALUE_NUMBER_INT;
        title = numericTitle ? json.getText() : text(name, value);
      }
      case "Release Date" -> releaseDate = text(name, value);
      case "MPAA Rating" -> mpaaRating = text(name, value);
      case "Major Genre" -> genre = text(name, value);
      case "Director" -> director = text(name, value);
      case "IMDB Rating" -> imdbRating = rating(name, value);
      default -> leave(name, value);
    }
  }

  private @Nullable String text(String name, JsonToken value) throws IOException {
    return switch (value) {
      case VALUE_NULL -> null;
      case VALUE_STRING -> json.getText();
      default -> throw MoviesReader.bad(json, "`" + name + "` must be text or null");
    };
  }

  private @Nullable Double rating(String name, JsonToken value) throws IOException {
    if (value == JsonToken.VALUE_NULL) {
      return null;
    }
    if (value.isNumeric()) {
      double rating = json.getDoubleValue();
      if (rating >= 0 && rating <= HIGHEST_RATING) {
        return rating;
      }
    }
    throw MoviesReader.bad(json, "`" + name + "` must be a number from 0 to 10, or null");
  }

  private void leave(String name, JsonToken value) throws IOException {
    if (!LEFT.contains(name)) {
      throw MoviesReader.bad(json, "a film has no field `" + name + "`");
    }
    if (value.isStructStart()) {
      throw MoviesReader.bad(json, "`" + name + "` must be a single value");
    }
  }

  private Movie built(int line) throws IOException {
    for (String name : NEEDED) {
      if (!seen.contains(name)) {
        throw MoviesReader.bad(line, "a film must have `" + name + "`", null);
      }
    }
    if (releaseDate == null) {
      throw MoviesReader.bad(line, "`Release Date` must be a day such as Jun 12 1998", null);
    }
    return new Movie(
        line, title, numericTitle, releaseDate, mpaaRating, genre, director, imdbRating);
  }
}
