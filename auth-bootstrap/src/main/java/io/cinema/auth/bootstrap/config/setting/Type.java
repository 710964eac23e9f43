package io.cinema.auth.bootstrap.config.setting;

import io.micronaut.core.value.PropertyResolver;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What the text of a setting must read as.
 *
 * @param title for docs/configuration.md
 * @param kind what it is read as
 * @param fits what it must be then
 * @param remedy what to write, where it is not
 */
public record Type(String title, Class<?> kind, Predicate<Object> fits, String remedy) {
  public static final Type TEXT = of("text", String.class, "write it as text");
  public static final Type ADDRESS = of("address", String.class, "write it as an address");
  public static final Type FILE = of("file", String.class, "write it as the path of a file");
  public static final Type LIST = of("list", List.class, "write it as words, with commas between");
  public static final Type DURATION = of("duration", Duration.class, "write it as 10s, 15m or 7d");
  public static final Type NUMBER =
      number("whole number", Integer.MIN_VALUE, Integer.MAX_VALUE, "write it as a whole number");
  public static final Type COUNT =
      number("whole number", 1, Integer.MAX_VALUE, "write it as a whole number above 0");

  /** -1 is whichever is free. */
  public static final Type PORT = number("port", -1, 65_535, "write it as a whole number to 65535");

  private static Type of(String title, Class<?> kind, String remedy) {
    return new Type(title, kind, _ -> true, remedy);
  }

  private static Type number(String title, int least, int most, String remedy) {
    return new Type(
        title,
        Integer.class,
        value -> value instanceof Integer number && number >= least && number <= most,
        remedy);
  }

  /** One of a few words, in whatever case. */
  public static Type oneOf(String... choices) {
    List<String> words = List.of(choices);
    return new Type(
        "`" + String.join("`, `", words) + "`",
        String.class,
        text -> words.contains(text.toString().toLowerCase(Locale.ROOT)),
        "set it to one of " + String.join(", ", words));
  }

  /** The name of a constant. */
  public static Type oneOf(Class<? extends Enum<?>> kind) {
    return oneOf(
        Arrays.stream(kind.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toArray(String[]::new));
  }

  /** Whether the value of a property, which is not blank, is of this type. */
  boolean reads(PropertyResolver settings, String property) {
    return settings.getProperty(property, kind).filter(fits).isPresent();
  }
}
