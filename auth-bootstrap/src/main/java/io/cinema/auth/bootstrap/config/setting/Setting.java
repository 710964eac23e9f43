package io.cinema.auth.bootstrap.config.setting;

import io.micronaut.core.value.PropertyResolver;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an operator can set.
 *
 * @param property its name in the code, e.g. {@code auth.database.url}; that of a setting of each
 *     social network has {@code <network>} in it
 * @param fallback what holds when it is not set, for docs/configuration.md; null for nothing
 * @param meaning goes on from "set it to", where it is {@link Trait#REQUIRED}
 */
public record Setting(
    String property, Type type, @Nullable String fallback, String meaning, Set<Trait> traits) {

  static final String NETWORK = "<network>";

  /** What else there is to know of a setting. */
  public enum Trait {
    /** Nobody can choose it for the operator. */
    REQUIRED,
    /** Never told to anybody; a variable of its name and {@code _FILE} may say where it is. */
    SECRET,
    /** Read before there is a file to read it from. */
    VARIABLE_ONLY,
    /** Read by the logging itself. */
    LOGGING
  }

  static Setting setting(String property, Type type, String meaning) {
    return new Setting(property, type, null, meaning, EnumSet.noneOf(Trait.class));
  }

  Setting or(String fallback) {
    return new Setting(property, type, fallback, meaning, traits);
  }

  Setting with(Trait trait) {
    Set<Trait> more = EnumSet.of(trait);
    more.addAll(traits);
    return new Setting(property, type, fallback, meaning, more);
  }

  /** That of one social network, whose name it has in it. */
  Setting of(String network) {
    return new Setting(property.replace(NETWORK, network), type, fallback, meaning, traits);
  }

  /** The name of its variable. */
  public String name() {
    return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** What to do where it is needed and not set. */
  public String demand() {
    return "set it to " + meaning.replace("`", "");
  }

  /** What it is set to; blank is as good as nothing. */
  public Optional<String> text(PropertyResolver settings) {
    return settings.getProperty(property, String.class).filter(text -> !text.isBlank());
  }

  /** Whether it is set to something that is not of its type. */
  public boolean isUnreadable(PropertyResolver settings) {
    return text(settings).isPresent() && !type.reads(settings, property);
  }
}
