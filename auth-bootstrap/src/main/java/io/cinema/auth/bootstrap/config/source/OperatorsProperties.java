package io.cinema.auth.bootstrap.config.source;

import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.MapPropertySource;
import java.util.Map;

/** Settings by the names of their variables, in the place of the variables themselves. */
final class OperatorsProperties extends MapPropertySource {

  OperatorsProperties(Map<String, String> values) {
    super("AUTH_", values);
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
