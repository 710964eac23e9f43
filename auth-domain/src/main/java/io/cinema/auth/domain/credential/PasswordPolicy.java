package io.cinema.auth.domain.credential;

import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.Login;
import io.cinema.auth.domain.port.CommonPasswords;
import io.cinema.auth.domain.value.InvalidValueException;
import io.cinema.auth.domain.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * Which passwords may be chosen: long enough, not among the commonest, not the user's own name. No
 * composition rules, as NIST SP 800-63B section 3.1.1.2 asks.
 *
 * @param shortest fewest code points
 */
public record PasswordPolicy(int shortest) {
  public static final PasswordPolicy DEFAULT = new PasswordPolicy(8);

  public PasswordPolicy {
    if (shortest < 8 || shortest > Password.LONGEST) {
      throw new IllegalArgumentException(
          "the shortest password must be between 8 and " + Password.LONGEST);
    }
  }

  /**
   * @param field the name that a refusal carries, {@code password} or {@code new_password}
   * @throws InvalidValueException {@code too_short}, {@code own_name}, {@code common_password}
   */
  public void check(
      String field,
      Password password,
      Login login,
      @Nullable EmailAddress email,
      CommonPasswords common) {
    if (password.length() < shortest) {
      throw new InvalidValueException(
          field, "too_short", "must have at least " + shortest + " characters");
    }
    String folded = Text.canonical(password.reveal().strip());
    if (folded.equals(login.canonical()) || (email != null && names(folded, email))) {
      throw new InvalidValueException(field, "own_name", "must not be your login or e-mail");
    }
    if (common.contains(password)) {
      throw new InvalidValueException(
          field, "common_password", "is one of the commonest passwords");
    }
  }

  private static boolean names(String folded, EmailAddress email) {
    String address = email.canonical();
    return folded.equals(address)
        || folded.equals(Text.canonical(email.shown()))
        || folded.equals(address.substring(0, address.lastIndexOf('@')));
  }
}
