package io.cinema.auth.bootstrap.config.check;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells secrets that somebody chose from those that nobody has chosen yet. */
final class Guessable {
  private static final Set<String> WORDS =
      Set.of(
          "admin",
          "administrator",
          "app",
          "auth",
          "authapp",
          "authowner",
          "cinema",
          "database",
          "db",
          "default",
          "demo",
          "dev",
          "elastic",
          "etl",
          "example",
          "films",
          "guest",
          "hunter",
          "letmein",
          "login",
          "movies",
          "mypassword",
          "mysecret",
          "none",
          "null",
          "opensearch",
          "owner",
          "pass",
          "passw0rd",
          "password",
          "passwd",
          "pg",
          "postgres",
          "postgresql",
          "pwd",
          "qwerty",
          "redis",
          "root",
          "s3cret",
          "sa",
          "secret",
          "service",
          "superuser",
          "supersecret",
          "test",
          "testing",
          "user",
          "username",
          "welcome",
          "xxx",
          "xxxx",
          "xxxxx");

  /** As examples have them. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "<[\\w .-]*>|\\[[\\w .-]*]|\\{+[\\w .-]*}+|\\$([A-Z_]+|[a-z_]+)|\\$\\{[^}]*}|%[\\w .-]*%|\\*+|\\.\\.\\.|…");

  /** The same, once only letters and digits are left. */
  private static final Pattern PLACEHOLDING =
      Pattern.compile(
          ".*(changeme|changethis|changeit|replaceme|replacethis|replacewith|placeholder|todo).*"
              + "|(your|my|insert|enter|put|some|the).*(password|secret|key|here)");

  private static final Pattern ONE_CHARACTER = Pattern.compile("(.)\\1*");
  private static final String DIGITS = "01234567890123456789";

  private Guessable() {}

  /**
   * @param owner who it is the secret of, if that is known
   */
  static boolean is(String secret, @Nullable String owner) {
    String word = bare(secret);
    return PLACEHOLDER.matcher(secret.strip()).matches()
        || ONE_CHARACTER.matcher(secret).matches()
        || PLACEHOLDING.matcher(word).matches()
        || DIGITS.contains(word)
        || WORDS.contains(word)
        || WORDS.contains(withoutDigitsBehind(word))
        || (owner != null && bare(owner).equals(word));
  }

  /** The letters and digits, in lower case. */
  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static String withoutDigitsBehind(String word) {
    return word.replaceFirst("\\d{1,4}$", "");
  }
}
