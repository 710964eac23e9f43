package io.cinema.auth.film.etl.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cinema.auth.film.etl.sync.ChangeKind;
import io.cinema.auth.film.etl.sync.Cursor;
import io.cinema.auth.film.etl.sync.Progress;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What we keep in the {@code _meta} of an index: that it is ours, its shape, and how far it is.
 *
 * <p>There, because it lives and dies with the index: it is deleted, restored from a snapshot and
 * swapped with it, and is as durable as the mapping.
 */
final class Meta {
  private static final String WRITTEN_BY = "written_by";
  private static final String US = "auth-film-etl";
  private static final String SHAPE = "shape";
  private static final String CURSORS = "cursors";
  private static final String MODIFIED = "modified";
  private static final String ID = "id";
  private static final String FILM = "film";
  private static final String COPIED = "copied";
  private static final String REFUSED = "refused";
  private static final String AS_OF = "as_of";

  private Meta() {}

  static ObjectNode write(String shape, Progress progress) {
    ObjectNode meta = JsonNodeFactory.instance.objectNode();
    meta.put(WRITTEN_BY, US).put(SHAPE, shape);
    ObjectNode cursors = meta.putObject(CURSORS);
    for (ChangeKind kind : ChangeKind.values()) {
      Cursor cursor = progress.cursor(kind);
      cursors
          .putObject(name(kind))
          .put(MODIFIED, cursor.modified().toString())
          .put(ID, cursor.id().toString())
          .put(FILM, cursor.film().toString());
    }
    UUID copied = progress.copied();
    if (copied != null) {
      meta.put(COPIED, copied.toString());
    }
    ObjectNode refused = meta.putObject(REFUSED);
    progress.refused().forEach((film, why) -> refused.put(film.toString(), why));
    return meta.put(AS_OF, progress.asOf().toString());
  }

  static boolean isOurs(JsonNode meta) {
    return meta.path(WRITTEN_BY).asText().equals(US);
  }

  static boolean isShaped(JsonNode meta, String shape) {
    return meta.path(SHAPE).asText().equals(shape);
  }

  /** Empty when it is not as we write it: another version of us did. */
  static Optional<Progress> progress(JsonNode meta) {
    try {
      Map<ChangeKind, Cursor> cursors = new EnumMap<>(ChangeKind.class);
      for (ChangeKind kind : ChangeKind.values()) {
        Cursor _ = cursors.put(kind, cursor(meta.path(CURSORS).path(name(kind))));
      }
      Map<UUID, String> refused = new LinkedHashMap<>();
      meta.path(REFUSED)
          .forEachEntry((film, why) -> refused.put(UUID.fromString(film), why.asText()));
      UUID copied = meta.has(COPIED) ? uuid(meta, COPIED) : null;
      return Optional.of(new Progress(cursors, copied, refused, instant(meta, AS_OF)));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Cursor cursor(JsonNode json) {
    return new Cursor(instant(json, MODIFIED), uuid(json, ID), uuid(json, FILM));
  }

  private static String name(ChangeKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static Instant instant(JsonNode json, String field) {
    return Instant.parse(json.path(field).asText());
  }

  private static UUID uuid(JsonNode json, String field) {
    return UUID.fromString(json.path(field).asText());
  }
}
