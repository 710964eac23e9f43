package io.cinema.auth.domain.social;

import io.cinema.auth.domain.account.Login;
import io.cinema.auth.domain.value.InvalidValueException;
import io.cinema.auth.domain.value.Text;
import java.util.Optional;
import java.util.stream.Stream;

/** Proposes a login for somebody who comes from a social network and has not chosen one. */
public final class LoginProposal {
  /** Leaves room for a suffix. */
  private static final int LONGEST = 40;

  private static final Login LAST_RESORT = Login.of("viewer");

  private LoginProposal() {}

  /**
   * A login after what the person is called there: nickname, the e-mail before its at sign, first
   * name. It may be taken.
   */
  public static Login of(SocialProfile profile) {
    return Stream.of(
            Optional.ofNullable(profile.nickname()),
            Optional.ofNullable(profile.email()).map(email -> localPart(email.shown())),
            Optional.ofNullable(profile.name().first()))
        .flatMap(Optional::stream)
        .flatMap(raw -> login(raw).stream())
        .findFirst()
        .orElse(LAST_RESORT);
  }

  /**
   * The same login with something behind it that makes it another.
   *
   * @param suffix letters and digits
   */
  public static Login distinct(Login taken, String suffix) {
    return Login.of(taken.shown() + "-" + suffix);
  }

  private static String localPart(String email) {
    return email.substring(0, email.lastIndexOf('@'));
  }

  /** What is left of a name when all goes that no login may hold. */
  private static Optional<Login> login(String raw) {
    StringBuilder kept = new StringBuilder();
    Text.canonical(raw)
        .codePoints()
        .limit(LONGEST)
        .map(c -> Character.isLetterOrDigit(c) || c == '.' || c == '_' ? c : '-')
        .forEach(kept::appendCodePoint);
    String trimmed = kept.toString().replaceAll("[-._]{2,}", "-").replaceAll("^[-._]+|[-._]+$", "");
    try {
      return Optional.of(Login.of(trimmed));
    } catch (InvalidValueException noLogin) {
      return Optional.empty();
    }
  }
}
