package io.cinema.auth.bootstrap.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A counter for each constant of an enum, all there from the start: a rate of what has never
 * happened is zero then, and not unknown.
 */
final class Outcomes<E extends Enum<E>> {
  private final Map<E, Counter> counters;

  /**
   * @param tags further names and values that all of them bear
   */
  Outcomes(MeterRegistry registry, String name, Class<E> outcomes, String... tags) {
    counters = new EnumMap<>(outcomes);
    for (E outcome : outcomes.getEnumConstants()) {
      counters.put(outcome, registry.counter(name, Tags.of(tags).and("outcome", label(outcome))));
    }
  }

  void count(E outcome) {
    Objects.requireNonNull(counters.get(outcome)).increment();
  }

  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
