package io.cinema.auth.film.etl.opensearch;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.cinema.auth.domain.role.Permission;
import io.cinema.auth.film.etl.film.Film;
import io.cinema.auth.film.etl.film.Named;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document of a film. What a film does not have is not in its document. Written field by field,
 * for there are millions of them.
 */
final class FilmDocument {
  private static final SerializableString ID = new SerializedString("id");
  private static final SerializableString TITLE = new SerializedString("title");
  private static final SerializableString DESCRIPTION = new SerializedString("description");
  private static final SerializableString IMDB_RATING = new SerializedString("imdb_rating");
  private static final SerializableString CREATION_DATE = new SerializedString("creation_date");
  private static final SerializableString TYPE = new SerializedString("type");
  private static final SerializableString NAME = new SerializedString("name");
  private static final SerializableString GENRES = new SerializedString("genres");
  private static final SerializableString GENRES_NAMES = new SerializedString("genres_names");
  private static final SerializableString ACTORS = new SerializedString("actors");
  private static final SerializableString ACTORS_NAMES = new SerializedString("actors_names");
  private static final SerializableString WRITERS = new SerializedString("writers");
  private static final SerializableString WRITERS_NAMES = new SerializedString("writers_names");
  private static final SerializableString DIRECTORS = new SerializedString("directors");
  private static final SerializableString DIRECTORS_NAMES = new SerializedString("directors_names");
  private static final SerializableString ACCESS_LABEL = new SerializedString("access_label");
  private static final SerializableString REQUIRED_PERMISSION =
      new SerializedString("required_permission");
  private static final SerializableString MIN_AGE = new SerializedString("min_age");

  private FilmDocument() {}

  static void write(Film film, JsonGenerator json) throws IOException {
    json.writeStartObject();
    text(json, ID, film.id().toString());
    text(json, TITLE, film.title());
    text(json, DESCRIPTION, film.description());
    Double rating = film.imdbRating();
    if (rating != null) {
      json.writeFieldName(IMDB_RATING);
      json.writeNumber(rating);
    }
    text(json, CREATION_DATE, film.creationDate());
    text(json, TYPE, film.type());
    all(json, GENRES, GENRES_NAMES, film.genres());
    all(json, ACTORS, ACTORS_NAMES, film.actors());
    all(json, WRITERS, WRITERS_NAMES, film.writers());
    all(json, DIRECTORS, DIRECTORS_NAMES, film.directors());
    access(json, film);
    json.writeEndObject();
  }

  private static void access(JsonGenerator json, Film film) throws IOException {
    text(json, ACCESS_LABEL, film.label().value());
    Permission required = film.requiredPermission();
    text(json, REQUIRED_PERMISSION, required);
    Integer age = film.minAge();
    if (age != null) {
      json.writeFieldName(MIN_AGE);
      json.writeNumber(age);
    }
  }

  private static void text(JsonGenerator json, SerializableString field, @Nullable Object value)
      throws IOException {
    if (value != null) {
      json.writeFieldName(field);
      json.writeString(value.toString());
    }
  }

  private static void all(
      JsonGenerator json, SerializableString field, SerializableString names, List<Named> values)
      throws IOException {
    json.writeFieldName(field);
    json.writeStartArray();
    for (Named value : values) {
      json.writeStartObject();
      text(json, ID, value.id().toString());
      text(json, NAME, value.name());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeFieldName(names);
    json.writeStartArray();
    for (Named value : values) {
      json.writeString(value.name());
    }
    json.writeEndArray();
  }
}
