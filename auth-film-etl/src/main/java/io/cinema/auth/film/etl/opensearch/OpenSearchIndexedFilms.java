package io.cinema.auth.film.etl.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cinema.auth.domain.access.ContentLabel;
import io.cinema.auth.film.etl.film.Film;
import io.cinema.auth.film.etl.film.Named;
import io.cinema.auth.film.etl.port.IndexedFilms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads films back out of their documents, through the name that searches use. */
final class OpenSearchIndexedFilms implements IndexedFilms {
  private final OpenSearch openSearch;
  private final String alias;

  OpenSearchIndexedFilms(OpenSearch openSearch, String alias) {
    this.openSearch = openSearch;
    this.alias = alias;
  }

  @Override
  public List<Film> after(UUID id, int limit) {
    ObjectNode search = JsonNodeFactory.instance.objectNode().put("size", limit);
    search.putArray("sort").add("id");
    search.putArray("search_after").add(id.toString());
    JsonNode answer = openSearch.ask("POST", "/" + alias + "/_search", search);
    List<Film> films = new ArrayList<>(limit);
    answer.path("hits").path("hits").forEach(hit -> films.add(film(hit.path("_source"))));
    return films;
  }

  private static Film film(JsonNode document) {
    String date = text(document, "creation_date");
    return new Film(
        UUID.fromString(document.path("id").asText()),
        document.path("title").asText(),
        text(document, "description"),
        document.has("imdb_rating") ? document.path("imdb_rating").asDouble() : null,
        date == null ? null : LocalDate.parse(date),
        document.path("type").asText(),
        named(document.path("genres")),
        named(document.path("actors")),
        named(document.path("writers")),
        named(document.path("directors")),
        new ContentLabel(document.path("access_label").asText()),
        document.has("min_age") ? document.path("min_age").asInt() : null);
  }

  private static List<Named> named(JsonNode values) {
    List<Named> named = new ArrayList<>(values.size());
    values.forEach(
        one ->
            named.add(
                new Named(UUID.fromString(one.path("id").asText()), one.path("name").asText())));
    return named;
  }

  private static @Nullable String text(JsonNode document, String field) {
    return document.has(field) ? document.path(field).asText() : null;
  }
}
