package io.cinema.auth.film.etl.opensearch;

import com.fasterxml.jackson.core.JsonGenerator;
import io.cinema.auth.film.etl.film.Film;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a bulk does to one document: one line, or two.
 *
 * @param lines as OpenSearch reads them, the end of the last line included
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Operation(UUID film, byte[] lines) {
  private static final int USUAL_SIZE = 2048;

  /** The document becomes this one, whole. */
  static Operation index(Film film) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream(USUAL_SIZE);
    lines.writeBytes(action("index", film.id()));
    try (JsonGenerator json = Json.MAPPER.getFactory().createGenerator(lines)) {
      FilmDocument.write(film, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines.write('\n');
    return new Operation(film.id(), lines.toByteArray());
  }

  static Operation delete(UUID film) {
    return new Operation(film, action("delete", film));
  }

  private static byte[] action(String action, UUID film) {
    String line = "{\"" + action + "\":{\"_id\":\"" + film + "\"}}\n";
    return line.getBytes(StandardCharsets.US_ASCII);
  }
}
