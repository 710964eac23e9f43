package io.cinema.auth.film.etl.opensearch;

import static java.util.function.Predicate.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cinema.auth.film.etl.port.FilmIndex.Kept;
import io.cinema.auth.film.etl.sync.Progress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Finds, makes, publishes and deletes indices. Deletes only what carries both our kind of name and
 * our {@code _meta}.
 */
final class Indices {
  private final OpenSearch openSearch;
  private final Names names;
  private final Shape shape;
  private final InstantSource clock;
  private final Duration farewell;

  /**
   * @param farewell how long an index stays that searches no longer see
   */
  Indices(OpenSearch openSearch, Names names, Shape shape, InstantSource clock, Duration farewell) {
    this.openSearch = openSearch;
    this.names = names;
    this.shape = shape;
    this.clock = clock;
    this.farewell = farewell;
  }

  Optional<Kept> live() {
    List<Found> behind = behindAlias();
    // Behind more than one index the alias shows films twice: not as we left it, to be made anew.
    return behind.stream()
        .max(Found.BY_AGE)
        .map(found -> found.kept(shape.version()))
        .map(kept -> new Kept(kept.name(), kept.progress(), kept.current() && behind.size() == 1));
  }

  Optional<Kept> begun() {
    List<Found> ours = ours();
    // An older one was live before, and is to be deleted.
    Optional<Found> live = ours.stream().filter(this::isPublished).max(Found.BY_AGE);
    return ours.stream()
        .filter(found -> live.isEmpty() || found.isYoungerThan(live.get().name()))
        .map(found -> found.kept(shape.version()))
        .filter(Kept::current)
        .reduce((_, newer) -> newer);
  }

  String create(Progress progress) {
    List<Found> ours = ours();
    ours.stream().filter(not(this::isPublished)).forEach(found -> delete(found.name()));
    String name = names.next(clock.instant(), ours.stream().map(Found::name).toList());
    ask("PUT", "/" + name, shape.creation(name, Meta.write(shape.version(), progress)));
    return name;
  }

  void keep(String index, Progress progress) {
    ObjectNode mapping = object();
    mapping.set("_meta", Meta.write(shape.version(), progress));
    ask("PUT", "/" + index + "/_mapping", mapping);
    if (progress.isFull()) {
      refresh(index);
    }
  }

  void publish(String index) {
    ObjectNode settings = object();
    // Null is what OpenSearch does by itself: every second, as long as somebody searches.
    settings.putObject("index").putNull("refresh_interval");
    ask("PUT", "/" + index + "/_settings", settings);
    refresh(index);
    List<Found> behind = behindAlias();
    if (behind.size() != 1 || !behind.getFirst().name().equals(index)) {
      swap(index, behind);
    }
    deleteBefore(index);
  }

  private void deleteBefore(String index) {
    List<Found> before =
        ours().stream()
            .filter(found -> !isPublished(found) && !found.isYoungerThan(index))
            .toList();
    if (!before.isEmpty()) {
      Backoff.sleep(farewell);
      before.forEach(found -> delete(found.name()));
    }
  }

  /**
   * In one request, which OpenSearch does whole or not at all. It could delete the old index with
   * it, but then fails searches for a moment: they still look for its shards.
   */
  private void swap(String index, List<Found> behind) {
    ObjectNode request = object();
    ArrayNode actions = request.putArray("actions");
    for (Found old : behind) {
      action(actions, "remove", old.name());
    }
    action(actions, "add", index);
    ask("POST", "/_aliases", request);
  }

  private void action(ArrayNode actions, String action, String index) {
    actions.addObject().putObject(action).put("index", index).put("alias", names.alias());
  }

  /**
   * @throws AliasTakenException when it is no alias
   */
  private List<Found> behindAlias() {
    List<Found> behind =
        openSearch
            .find("/" + names.alias(), Found.PARAMETERS)
            .map(answer -> Found.in(answer, names))
            .orElse(List.of());
    if (behind.stream().anyMatch(found -> found.name().equals(names.alias()))) {
      throw new AliasTakenException(names.alias());
    }
    return behind;
  }

  /** Oldest first. */
  private List<Found> ours() {
    return openSearch.find("/" + names.pattern(), Found.PARAMETERS).stream()
        .flatMap(answer -> Found.in(answer, names).stream())
        .filter(Found::ours)
        .sorted(Found.BY_AGE)
        .toList();
  }

  private boolean isPublished(Found found) {
    return found.isBehind(names.alias());
  }

  private void delete(String index) {
    JsonNode _ = openSearch.ask("DELETE", "/" + index, null);
  }

  private void refresh(String index) {
    JsonNode _ = openSearch.ask("POST", "/" + index + "/_refresh", null);
  }

  private void ask(String method, String path, JsonNode body) {
    JsonNode _ = openSearch.ask(method, path, body);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
