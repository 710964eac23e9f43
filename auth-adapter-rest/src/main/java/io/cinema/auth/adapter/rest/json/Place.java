package io.cinema.auth.adapter.rest.json;

import org.jspecify.annotations.Nullable;

/**
 * Where in a body a value stands, as in {@code checks[3].label}. Spelled out only when something is
 * wrong with the value.
 */
sealed interface Place {

  /**
   * @param object whose property it is; null for the body itself
   */
  record Property(@Nullable Place object, String name) implements Place {
    @Override
    public String toString() {
      return object == null ? name : object + "." + name;
    }
  }

  record Item(Place list, int index) implements Place {
    @Override
    public String toString() {
      return list + "[" + index + "]";
    }
  }
}
