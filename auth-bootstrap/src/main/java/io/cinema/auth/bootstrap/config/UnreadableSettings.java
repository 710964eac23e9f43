package io.cinema.auth.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.core.reflect.ReflectionUtils;
import io.micronaut.core.value.PropertyResolver;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Finds settings whose text is not of the kind they want. Micronaut would go on with the default
 * and say nothing: a policy that is misspelt would be no policy.
 */
final class UnreadableSettings {
  private static final List<Class<? extends Record>> ALL =
      List.of(
          ServiceConfiguration.class,
          TokenConfiguration.class,
          SessionConfiguration.class,
          PasswordConfiguration.class,
          MfaConfiguration.class,
          StepUpConfiguration.class,
          ThrottleConfiguration.OfPassword.class,
          ThrottleConfiguration.OfCode.class,
          ThrottleConfiguration.OfAddress.class,
          KeyConfiguration.class,
          HistoryConfiguration.class,
          ShutdownConfiguration.class);

  private UnreadableSettings() {}

  /** The variables, each with what to write instead. */
  static Map<String, String> in(PropertyResolver settings) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Class<? extends Record> kind : ALL) {
      String prefix =
          Objects.requireNonNull(kind.getAnnotation(ConfigurationProperties.class)).value();
      for (RecordComponent setting : kind.getRecordComponents()) {
        String property = prefix + "." + NameUtils.hyphenate(setting.getName());
        if (!isReadable(settings, property, setting.getType())) {
          found.put(NamedSettings.variable(property), remedy(setting.getType()));
        }
      }
    }
    return found;
  }

  private static boolean isReadable(PropertyResolver settings, String property, Class<?> type) {
    String text = settings.getProperty(property, String.class).orElse("");
    return text.isBlank()
        || settings.getProperty(property, ReflectionUtils.getWrapperType(type)).isPresent();
  }

  private static String remedy(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", ", "set it to one of ", ""));
    }
    return type == Duration.class ? "write it as 10s, 15m or 7d" : "write it as a whole number";
  }
}
