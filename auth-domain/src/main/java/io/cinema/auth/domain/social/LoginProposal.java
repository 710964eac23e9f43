package io.cinema.auth.domain.social;

import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.Login;
import io.cinema.auth.domain.value.InvalidValueException;
import io.cinema.auth.domain.value.Text;
import java.util.Optional;
import java.util.stream.Stream;

/** Proposes a login for somebody who comes from a social network and has not chosen one. */
public final class LoginProposal {
  /** In code points; leaves room for a suffix in a login's 64. */
  private static final int LONGEST = 40;

  /** As much of a name as is looked at, which may be of any length. */
  private static final int READ = 500;

  private static final Login LAST_RESORT = Login.of("viewer");

  private LoginProposal() {}

  /**
   * A login after what the person is called there: nickname, the e-mail before its at sign, first
   * name. It may be taken.
   */
  public static Login of(SocialProfile profile) {
    return Stream.of(
            Optional.ofNullable(profile.nickname()),
            Optional.ofNullable(profile.email()).map(LoginProposal::localPart),
            Optional.ofNullable(profile.name().first()))
        .flatMap(Optional::stream)
        .flatMap(raw -> login(raw).stream())
        .findFirst()
        .orElse(LAST_RESORT);
  }

  /**
   * The same login, cut short if it is long, with something behind it that makes it another.
   *
   * @param suffix 1 to 23 letters and digits
   */
  public static Login distinct(Login taken, String suffix) {
    return Login.of(cut(taken.shown(), LONGEST) + "-" + suffix);
  }

  private static String localPart(EmailAddress email) {
    return email.canonical().substring(0, email.canonical().lastIndexOf('@'));
  }

  /** What is left of a name when all goes that no login may hold. */
  private static Optional<Login> login(String raw) {
    StringBuilder kept = new StringBuilder();
    Text.canonical(cut(raw, READ))
        .codePoints()
        .filter(LoginProposal::shows)
        .limit(LONGEST)
        .map(c -> stands(c) ? c : '-')
        .forEach(kept::appendCodePoint);
    String joined = kept.toString().replaceAll("[-._][-._\\p{M}]+", "-");
    String trimmed = joined.replaceAll("^[-._\\p{M}]+|[-._]+$", "");
    try {
      return Optional.of(Login.of(trimmed));
    } catch (InvalidValueException noLogin) {
      return Optional.empty();
    }
  }

  private static boolean shows(int c) {
    return Character.getType(c) != Character.FORMAT && !Text.hidesCharacters(Character.toString(c));
  }

  /** Letters with their vowel signs and accents, which many scripts do not write without. */
  private static boolean stands(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK
        || c == '.'
        || c == '_';
  }

  private static String cut(String text, int codePoints) {
    return text.codePointCount(0, text.length()) <= codePoints
        ? text
        : text.substring(0, text.offsetByCodePoints(0, codePoints));
  }
}
