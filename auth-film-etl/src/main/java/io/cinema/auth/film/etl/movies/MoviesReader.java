package io.cinema.auth.film.etl.movies;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the form of vega-datasets' {@code movies.json}: one array of flat objects. */
final class MoviesReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(4)
                  .maxStringLength(10_000)
                  .maxNumberLength(30)
                  .maxNameLength(100)
                  .build())
          .build();

  /**
   * Reads to the end before anything is told, so that of a bad file nothing is taken.
   *
   * @throws IOException when it can't be read, or is no such file: says in which line
   */
  List<Movie> read(InputStream file) throws IOException {
    try (JsonParser json = FACTORY.createParser(file)) {
      return movies(json);
    } catch (JsonParseException noJson) {
      throw bad(noJson.getLocation().getLineNr(), "this is no JSON: " + first(noJson), noJson);
    }
  }

  private static List<Movie> movies(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      throw bad(json, "the file must be one array of films");
    }
    List<Movie> movies = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      movies.add(movie(json));
    }
    if (json.nextToken() != null) {
      throw bad(json, "something stands behind the array of films");
    }
    return movies;
  }

  private static Movie movie(JsonParser json) throws IOException {
    int line = json.currentTokenLocation().getLineNr();
    try {
      return new MovieFields(json).movie();
    } catch (StreamConstraintsException tooBig) {
      throw bad(line, "no film has a field of that size: " + first(tooBig), tooBig);
    }
  }

  /** About the token that was read last. */
  static IOException bad(JsonParser json, String sentence) {
    return bad(json.currentTokenLocation().getLineNr(), sentence, null);
  }

  static IOException bad(int line, String sentence, @Nullable Throwable cause) {
    return new IOException("line " + line + ": " + sentence, cause);
  }

  /** The first line of it; the others are about Java. */
  private static String first(JsonProcessingException refused) {
    return String.valueOf(refused.getOriginalMessage()).lines().findFirst().orElse("");
  }
}
