package io.cinema.auth.domain.mfa;

import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.value.InvalidValueException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A code on paper for the day when the phone is gone: sixteen letters and digits, at least 80 bits
 * of randomness, so that a plain hash of it keeps it.
 */
public final class RecoveryCode {
  /** How many a user is given. */
  public static final int SET = 10;

  private static final int LONGEST = 64;
  private static final Pattern FILLING = Pattern.compile("[\\s\\p{Z}-]");
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9]{16}");

  private final Secret letters;

  private RecoveryCode(Secret letters) {
    this.letters = letters;
  }

  /**
   * @param raw upper and lower case alike; dashes and spaces count for nothing
   * @throws InvalidValueException for field {@code recovery_code}: {@code bad_code}
   */
  public static RecoveryCode of(String raw) {
    String letters =
        raw.length() > LONGEST ? "" : FILLING.matcher(raw).replaceAll("").toLowerCase(Locale.ROOT);
    if (!SHAPE.matcher(letters).matches()) {
      throw new InvalidValueException(
          "recovery_code", "bad_code", "must be sixteen letters and digits");
    }
    return new RecoveryCode(Secret.of(letters));
  }

  /** Its letters and digits alone, in lower case. Never log or store them. */
  public String reveal() {
    return letters.reveal();
  }

  /** As it is given to its owner, once: in four groups. */
  public String revealGrouped() {
    return reveal().replaceAll("(.{4})(?!$)", "$1-");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecoveryCode that && letters.equals(that.letters);
  }

  @Override
  public int hashCode() {
    return letters.hashCode();
  }

  @Override
  public String toString() {
    return letters.toString();
  }
}
