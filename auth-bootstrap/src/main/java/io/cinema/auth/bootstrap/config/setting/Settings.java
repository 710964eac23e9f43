package io.cinema.auth.bootstrap.config.setting;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that can be set. docs/configuration.md tells the same, which a spec sees to. */
public final class Settings {
  /** What {@code auth-film-etl} and the labels of films need besides. */
  public static final Section FILMS = FilmIndexSettings.FILMS;

  private static final List<Section> SECTIONS =
      List.of(
          ServiceSettings.SERVICE,
          ServiceSettings.BACKENDS,
          SignInSettings.TOKENS,
          SignInSettings.PROOF,
          SignInSettings.GUESSES,
          NetworkSettings.NETWORKS,
          ServiceSettings.KEPT,
          FILMS,
          ProcessSettings.PROCESSES);

  private static final Map<String, Setting> BY_NAME =
      SECTIONS.stream()
          .flatMap(section -> section.settings().stream())
          .collect(toMap(Setting::name, setting -> setting, (one, _) -> one, LinkedHashMap::new));

  private Settings() {}

  /** In the order in which they are told of. */
  public static List<Section> sections() {
    return SECTIONS;
  }

  /** Those by which the service starts: not of a network, nor of films. */
  public static Stream<Setting> service() {
    return BY_NAME.values().stream()
        .filter(setting -> !FILMS.settings().contains(setting))
        .filter(setting -> !setting.property().contains(Setting.NETWORK));
  }

  /**
   * One that is there for sure.
   *
   * @throws IllegalArgumentException where nobody has written down what it means
   */
  public static Setting named(String name) {
    Setting setting = BY_NAME.get(name);
    if (setting == null) {
      throw new IllegalArgumentException("no setting is named " + name);
    }
    return setting;
  }

  /**
   * All by their names, with those of each social network.
   *
   * @param oidc what AUTH_OAUTH_OIDC says: networks that we do not know by name, by commas
   */
  public static Map<String, Setting> all(@Nullable String oidc) {
    Map<String, Setting> all = new LinkedHashMap<>(BY_NAME);
    all.values().removeIf(setting -> setting.property().contains(Setting.NETWORK));
    Stream.concat(NetworkSettings.KNOWN.stream(), words(oidc))
        .flatMap(NetworkSettings::of)
        .forEach(setting -> all.putIfAbsent(setting.name(), setting));
    return all;
  }

  private static Stream<String> words(@Nullable String oidc) {
    return oidc == null
        ? Stream.empty()
        : Arrays.stream(oidc.split(",", -1)).map(String::strip).filter(word -> !word.isEmpty());
  }
}
