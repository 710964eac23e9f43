package io.cinema.auth.bootstrap.config.setting;

import static io.cinema.auth.bootstrap.config.setting.Setting.NETWORK;
import static io.cinema.auth.bootstrap.config.setting.Setting.Trait.SECRET;
import static io.cinema.auth.bootstrap.config.setting.Type.ADDRESS;
import static io.cinema.auth.bootstrap.config.setting.Type.LIST;
import static io.cinema.auth.bootstrap.config.setting.Type.TEXT;

import java.util.List;
import java.util.stream.Stream;

/** Social networks, each of which is set by the same settings. */
public final class NetworkSettings {
  /** Those that need no more than credentials. */
  public static final List<String> KNOWN = List.of("yandex", "vk", "google", "github", "mailru");

  private NetworkSettings() {}

  private static final List<Setting> EACH =
      List.of(
          each(
              "client-id",
              TEXT,
              "switches a network on: `YANDEX`, `VK`, `GOOGLE`, `GITHUB`, `MAILRU`, or one of"
                  + " `AUTH_OAUTH_OIDC`; [social-networks.md](social-networks.md) has the rest"),
          each("client-secret", TEXT, "goes with it; `VK` and `MAILRU` need none").with(SECRET),
          each("scopes", TEXT, "what to ask the network for, by spaces or commas")
              .or("the network's"),
          each(
                  "issuer",
                  ADDRESS,
                  "where an OpenID Connect provider is; part of who somebody is, so it must stay")
              .or("the network's; needed for those of `AUTH_OAUTH_OIDC`"),
          each("authorization-uri", ADDRESS, "where people are sent").or("the network's"),
          each("token-uri", ADDRESS, "where a code is redeemed").or("the network's"),
          each("user-info-uri", ADDRESS, "where it tells who somebody is").or("the network's"),
          each("emails-uri", ADDRESS, "where `GITHUB` tells e-mail addresses").or("the network's"),
          each("id-token-algorithm", TEXT, "`RS256` or `ES256`").or("what the provider announces"));

  static final Section NETWORKS =
      new Section(
          "Social networks",
          Stream.concat(
                  EACH.stream(),
                  Stream.of(
                      Setting.setting(
                          "auth.oauth.oidc",
                          LIST,
                          "names of further OpenID Connect providers; upper case in the variables"
                              + " of each"),
                      Setting.setting(
                          "auth.oauth.redirect-uris",
                          LIST,
                          "where networks may send people back to beside our own callback, each"
                              + " exactly")))
              .toList());

  private static Setting each(String name, Type type, String meaning) {
    return Setting.setting("auth.oauth." + NETWORK + "." + name, type, meaning);
  }

  /**
   * One of those of a network.
   *
   * @param what how its property ends, e.g. {@code client-id}
   */
  public static Setting of(String network, String what) {
    return EACH.stream()
        .filter(setting -> setting.property().endsWith("." + what))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no setting of a network is named " + what))
        .of(network);
  }

  /** What the names of all settings of a network have in common. */
  public static String nameOfAll(String network) {
    return each("…", TEXT, "").of(network).name();
  }

  /** Those of one network. */
  static Stream<Setting> of(String network) {
    return EACH.stream().map(setting -> setting.of(network));
  }
}
