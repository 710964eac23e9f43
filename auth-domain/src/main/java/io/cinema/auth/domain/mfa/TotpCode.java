package io.cinema.auth.domain.mfa;

import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.value.InvalidValueException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Six digits, as an authenticator app shows them. Compares in constant time. */
public final class TotpCode {
  public static final int DIGITS = 6;

  private static final int LONGEST = 32;
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]");
  private static final Pattern SHAPE = Pattern.compile("[0-9]{6}");

  private final Secret digits;

  private TotpCode(Secret digits) {
    this.digits = digits;
  }

  /**
   * @param raw spaces count for nothing: apps show the digits in two groups
   * @throws InvalidValueException for field {@code code}: {@code bad_code}
   */
  public static TotpCode of(String raw) {
    String digits = raw.length() > LONGEST ? "" : SPACES.matcher(raw).replaceAll("");
    if (!SHAPE.matcher(digits).matches()) {
      throw new InvalidValueException("code", "bad_code", "must be six digits");
    }
    return new TotpCode(Secret.of(digits));
  }

  /** The digits. Never log or echo them. */
  public String reveal() {
    return digits.reveal();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TotpCode that && digits.equals(that.digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  @Override
  public String toString() {
    return digits.toString();
  }
}
