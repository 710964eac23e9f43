package io.cinema.auth.film.etl.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.cinema.auth.film.etl.port.FilmIndex.Kept;
import io.cinema.auth.film.etl.sync.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An index as OpenSearch describes it.
 *
 * @param meta of the mapping, missing when it has none
 * @param ours whether we made it, by its name and its meta
 */
record Found(String name, JsonNode aliases, JsonNode meta, boolean ours) {
  static final Map<String, String> PARAMETERS =
      Map.of(
          "expand_wildcards",
          "open",
          // The last one so that an index is named that has neither of the others.
          "filter_path",
          "*.aliases,*.mappings._meta,*.settings.index.uuid");

  static final Comparator<Found> BY_AGE = Comparator.comparing(Found::name);

  static List<Found> in(JsonNode answer, Names names) {
    List<Found> found = new ArrayList<>();
    answer.forEachEntry((name, index) -> found.add(of(name, index, names)));
    return found;
  }

  private static Found of(String name, JsonNode index, Names names) {
    JsonNode meta = index.path("mappings").path("_meta");
    boolean ours = names.isOurs(name) && Meta.isOurs(meta);
    return new Found(name, index.path("aliases"), meta, ours);
  }

  boolean isBehind(String alias) {
    return aliases.has(alias);
  }

  boolean isYoungerThan(String other) {
    return name.compareTo(other) > 0;
  }

  /** With an empty progress, and not current, when its progress can't be read. */
  Kept kept(String shape) {
    Optional<Progress> progress = ours ? Meta.progress(meta) : Optional.empty();
    return new Kept(
        name,
        progress.orElseGet(() -> Progress.empty(Instant.EPOCH)),
        progress.isPresent() && Meta.isShaped(meta, shape));
  }
}
