package io.cinema.auth.devkit.social;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account at a fake provider.
 *
 * @param subject the provider's id of them; digits, as GitHub has them for a number
 * @param email null if the provider has none to tell
 * @param emailVerified told by those providers that tell it at all
 */
public record FakePerson(
    String subject,
    @Nullable String email,
    boolean emailVerified,
    @Nullable String nickname,
    @Nullable String firstName,
    @Nullable String lastName) {

  /** Whom the consent page offers: a verified e-mail, one that is not, and none. */
  public static final List<FakePerson> DEMO =
      List.of(
          new FakePerson("1001", "trinity@example.com", true, "trinity", "Trinity", "Moss"),
          new FakePerson("1002", "morpheus@example.com", false, "morpheus", "Морфеус", "Fishburne"),
          new FakePerson("1003", null, false, "switch", "Belinda", "McClory"));

  /** Verified: {@code thomas@example.com}. */
  public static FakePerson thomas() {
    return new FakePerson("1999", "thomas@example.com", true, "neo", "Thomas", "Anderson");
  }

  public FakePerson withSubject(String other) {
    return new FakePerson(other, email, emailVerified, nickname, firstName, lastName);
  }

  public FakePerson withEmail(String other, boolean verified) {
    return new FakePerson(subject, other, verified, nickname, firstName, lastName);
  }

  public FakePerson withoutEmail() {
    return new FakePerson(subject, null, false, nickname, firstName, lastName);
  }

  public FakePerson withNames(
      @Nullable String nick, @Nullable String first, @Nullable String last) {
    return new FakePerson(subject, email, emailVerified, nick, first, last);
  }
}
