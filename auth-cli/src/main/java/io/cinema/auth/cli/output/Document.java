package io.cinema.auth.cli.output;

import io.cinema.auth.domain.paging.Page;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making; its fields keep their order and may be null. */
public final class Document {
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  /**
   * @param name as the HTTP API spells it
   */
  public Document with(String name, @Nullable Object value) {
    fields.put(name, value);
    return this;
  }

  public Map<String, @Nullable Object> fields() {
    return Collections.unmodifiableMap(fields);
  }

  /** A whole list. */
  public static <T> Map<String, @Nullable Object> list(List<T> items, Function<T, ?> item) {
    return new Document().with("items", items.stream().map(item).toList()).fields();
  }

  /** A part of a list, with {@code next_cursor}, where to go on. */
  public static <T> Map<String, @Nullable Object> page(Page<T> page, Function<T, ?> item) {
    return new Document()
        .with("items", page.items().stream().map(item).toList())
        .with("next_cursor", page.next() == null ? null : page.next().word())
        .fields();
  }
}
