package io.cinema.auth.bootstrap.config.setting;

import static io.cinema.auth.bootstrap.config.setting.Setting.setting;
import static io.cinema.auth.bootstrap.config.setting.Type.COUNT;
import static io.cinema.auth.bootstrap.config.setting.Type.DURATION;
import static io.cinema.auth.bootstrap.config.setting.Type.NUMBER;
import static io.cinema.auth.bootstrap.config.setting.Type.TEXT;

import io.cinema.auth.domain.mfa.SecondFactorPolicy;
import java.util.List;
import java.util.stream.Stream;

/** What signing in asks for, and what it gives. */
final class SignInSettings {
  private SignInSettings() {}

  static final Section TOKENS =
      new Section(
          "Tokens and sessions",
          List.of(
              setting("auth.token.audience", TEXT, "`aud` of access tokens").or("cinema"),
              setting("auth.token.client-id", TEXT, "`client_id` of access tokens").or("cinema"),
              setting("auth.token.life", DURATION, "life of an access token").or("15m"),
              setting("auth.token.skew", DURATION, "how far apart the clocks of nodes may be")
                  .or("30s"),
              setting(
                      "auth.session.life",
                      DURATION,
                      "from sign-in to the end of a session, whatever happens")
                  .or("30d"),
              setting("auth.session.idle-limit", DURATION, "longest time between two refreshes")
                  .or("7d"),
              setting(
                      "auth.session.grace",
                      DURATION,
                      "how long a refresh token that was just replaced still gets the same"
                          + " successor; the clocks of nodes must agree within it")
                  .or("10s"),
              setting(
                      "auth.session.keep",
                      DURATION,
                      "how long a session that is over is remembered")
                  .or("30d")));

  static final Section PROOF =
      new Section(
          "Passwords and the second factor",
          List.of(
              setting("auth.password.min-length", NUMBER, "fewest characters of a new password")
                  .or("8"),
              setting("auth.password.memory-kib", NUMBER, "Argon2id m, in KiB").or("19456"),
              setting("auth.password.iterations", NUMBER, "Argon2id t").or("2"),
              setting("auth.password.parallelism", NUMBER, "Argon2id p").or("1"),
              setting("auth.password.hash-threads", COUNT, "hashes at a time")
                  .or("as many as cores, in half of the heap"),
              setting(
                      "auth.mfa.policy",
                      Type.oneOf(SecondFactorPolicy.class),
                      "who must have a second factor")
                  .or("`superusers`; `off` in dev"),
              setting(
                      "auth.mfa.steps-back",
                      NUMBER,
                      "how many one-time codes before the current one count; each is shown for 30"
                          + " seconds")
                  .or("1"),
              setting("auth.mfa.steps-ahead", NUMBER, "how many after the current one count")
                  .or("0"),
              setting("auth.mfa.issuer-name", TEXT, "what authenticator apps call this service")
                  .or("Cinema"),
              setting(
                      "auth.step-up.max-age",
                      DURATION,
                      "how old a sign-in may be that stands for a password")
                  .or("10m")));

  static final Section GUESSES =
      new Section(
          "Wrong guesses",
          Stream.of(
                  throttle("password", "at the password of one account", "5", "30s", "15m", "15m"),
                  throttle("code", "at the codes of one account", "5", "1m", "1h", "1h"),
                  throttle(
                      "address",
                      "from one address, passwords and codes each for themselves",
                      "100",
                      "30s",
                      "15m",
                      "10s"))
              .flatMap(List::stream)
              .toList());

  private static List<Setting> throttle(
      String what, String where, String free, String first, String longest, String forgive) {
    String prefix = "auth.throttle." + what + ".";
    return List.of(
        setting(prefix + "free", NUMBER, "the wrong guess that locks first, " + where).or(free),
        setting(prefix + "first-lock", DURATION, "for how long; each further one doubles it")
            .or(first),
        setting(prefix + "longest-lock", DURATION, "what doubling ends at").or(longest),
        setting(prefix + "forgive-every", DURATION, "after how long one of them is forgiven")
            .or(forgive));
  }
}
