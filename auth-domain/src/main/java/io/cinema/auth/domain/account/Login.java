package io.cinema.auth.domain.account;

import io.cinema.auth.domain.value.InvalidValueException;
import io.cinema.auth.domain.value.Text;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name a person signs in with: 3 to 64 letters, digits, dots, dashes and underscores of any
 * script. Shown as it was chosen, equal by its canonical form. It holds no {@code @}, so that a
 * login is never taken for an e-mail.
 */
public final class Login {
  private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}._-]+");

  private final String shown;
  private final String canonical;

  private Login(String shown, String canonical) {
    this.shown = shown;
    this.canonical = canonical;
  }

  /**
   * @throws InvalidValueException for field {@code login}: {@code too_short}, {@code too_long},
   *     {@code unsafe_text}, {@code bad_characters}
   */
  public static Login of(String raw) {
    String shown = Text.checked("login", raw, 3, 64);
    String canonical = Text.canonical(shown);
    if (!SHAPE.matcher(shown).matches()
        || !SHAPE.matcher(canonical).matches()
        || Text.hidesCharacters(shown)) {
      throw new InvalidValueException(
          "login",
          "bad_characters",
          "must hold only letters, digits, dots, dashes and underscores");
    }
    return new Login(shown, canonical);
  }

  /** As its owner wrote it, in NFC. */
  public String shown() {
    return shown;
  }

  /** The form that must be unique. */
  public String canonical() {
    return canonical;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Login that && canonical.equals(that.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  @Override
  public String toString() {
    return shown;
  }
}
