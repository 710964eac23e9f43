package io.cinema.auth.bootstrap.config.source;

import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.MapPropertySource;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Settings by the names of their variables, in the place of the variables themselves. Each stands
 * for itself: a password may have anything in it.
 */
final class OperatorsProperties extends MapPropertySource {
  private static final String REFERENCE = "${";

  /** A reference to what is not there, with a dollar for a default: Micronaut knows no escape. */
  private static final String DOLLAR_AND_BRACE = "${literally.a.dollar:$}{";

  OperatorsProperties(Map<String, String> values) {
    super("AUTH_", literally(values));
  }

  private static Map<String, String> literally(Map<String, String> values) {
    return values.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                setting -> setting.getValue().replace(REFERENCE, DOLLAR_AND_BRACE)));
  }

  @Override
  public int getOrder() {
    return EnvironmentPropertySource.POSITION;
  }

  @Override
  public PropertyConvention getConvention() {
    return PropertyConvention.ENVIRONMENT_VARIABLE;
  }
}
