package io.cinema.auth.film.etl.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The settings and the mapping of the index. What they do not say themselves:
 *
 * <ul>
 *   <li>Titles and descriptions are reduced to the stems of English and Russian, of which each
 *       touches its own letters only; names are not. Accents do not count, nor that of ё. No word
 *       is left out: there is a film called It.
 *   <li>A rating is a double: as a float, 7.1 comes out of an aggregation as 7.0999999.
 *   <li>People are there twice: nested, for what is asked of one person, and as plain names, which
 *       are cheaper to search and to count.
 *   <li>A keyword beside a text has a limit, for a longer one would have the film refused.
 * </ul>
 *
 * @param text as OpenSearch reads it
 */
record Shape(String text) {
  private static final String FILE = "movies.json";
  private static final int DIGITS = 16;

  static Shape ours() {
    try (InputStream file = Objects.requireNonNull(Shape.class.getResourceAsStream(FILE))) {
      return new Shape(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another one for another text. */
  String version() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What makes an index of this shape, that is not refreshed by itself while it is filled. */
  ObjectNode creation(String index, JsonNode meta) {
    try {
      ObjectNode creation = (ObjectNode) Json.MAPPER.readTree(text);
      creation.withObject("/settings/index").put("refresh_interval", "-1");
      creation.withObject("/mappings").set("_meta", meta);
      creation.withObject("/aliases").putObject(Names.forWriting(index));
      return creation;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
