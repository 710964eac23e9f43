package io.cinema.auth.film.etl.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes operations in bulks of a size that OpenSearch takes, and again those that it had no room
 * for.
 */
final class BulkWriter {
  private static final Map<String, String> PARAMETERS =
      Map.of(
          // Never makes an index by itself: see Names.forWriting.
          "require_alias", "true",
          // Less than we wait for an answer, so that it is OpenSearch who says what is missing.
          "timeout", "30s",
          "filter_path", "errors,items.*.status,items.*.error");

  private final OpenSearch openSearch;
  private final int bytes;

  /**
   * @param bytes how large a request may be
   */
  BulkWriter(OpenSearch openSearch, int bytes) {
    this.openSearch = openSearch;
    this.bytes = bytes;
  }

  /** Adds to {@code refused} which films were refused, and why. */
  void write(String alias, List<Operation> operations, Map<UUID, String> refused) {
    for (Bulk bulk : Bulk.split(operations, bytes)) {
      send(alias, bulk, refused);
    }
  }

  private void send(String alias, Bulk bulk, Map<UUID, String> refused) {
    Bulk left = bulk;
    for (int attempt = 1; ; attempt++) {
      Answer answer = openSearch.bulk("/" + alias + "/_bulk", PARAMETERS, left.lines());
      if (answer.status() == Answer.TOO_LARGE) {
        divide(alias, left, answer, refused);
        return;
      }
      Unfinished unfinished = read(answer.body(), left, refused);
      if (unfinished.operations().isEmpty()) {
        return;
      }
      openSearch.backoff().await(attempt, unfinished.why());
      left = new Bulk(unfinished.operations());
    }
  }

  private void divide(String alias, Bulk bulk, Answer answer, Map<UUID, String> refused) {
    if (bulk.operations().size() == 1) {
      Operation operation = bulk.operations().getFirst();
      refused.put(
          operation.film(),
          "too_large: %d bytes are more than OpenSearch takes at once. %s"
              .formatted(operation.lines().length, answer.reason())
              .strip());
      return;
    }
    for (Bulk half : bulk.halves()) {
      send(alias, half, refused);
    }
  }

  private record Unfinished(List<Operation> operations, String why) {}

  /** The answers stand in the order of the operations. */
  private static Unfinished read(JsonNode answer, Bulk bulk, Map<UUID, String> refused) {
    List<Operation> again = new ArrayList<>();
    String why = "";
    if (answer.path("errors").asBoolean(true)) {
      JsonNode items = answer.path("items");
      if (items.size() != bulk.operations().size()) {
        throw OpenSearch.down("the answer to a bulk is no such answer");
      }
      for (int i = 0; i < items.size(); i++) {
        Operation operation = bulk.operations().get(i);
        // {"index": {...}} or {"delete": {...}}
        JsonNode item = items.get(i).iterator().next();
        String reason = Reason.of(item.path("error"));
        switch (Outcome.of(item)) {
          case DONE -> {}
          case REFUSED -> refused.put(operation.film(), reason);
          case AGAIN -> {
            again.add(operation);
            why = reason;
          }
          case BROKEN -> throw OpenSearch.down(item.path("status").asInt() + " " + reason);
        }
      }
    }
    return new Unfinished(again, why);
  }
}
