package io.cinema.auth.domain.mfa;

import io.cinema.auth.domain.secret.Secret;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an authenticator app and this service share: 160 bits (RFC 4226 section 4, R6), as 32
 * letters of Base32 (RFC 4648 section 6), the form in which apps take it.
 */
public final class TotpSecret {
  private static final Pattern SHAPE = Pattern.compile("[A-Z2-7]{32}");

  private final Secret base32;

  private TotpSecret(Secret base32) {
    this.base32 = base32;
  }

  /**
   * @throws IllegalArgumentException when it is not 160 bits in Base32; does not repeat it
   */
  public static TotpSecret ofBase32(String base32) {
    if (!SHAPE.matcher(base32).matches()) {
      throw new IllegalArgumentException("not 160 bits in Base32");
    }
    return new TotpSecret(Secret.of(base32));
  }

  /** The Base32 text. Never log or store it, and show it once, to its owner. */
  public String reveal() {
    return base32.reveal();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TotpSecret that && base32.equals(that.base32);
  }

  @Override
  public int hashCode() {
    return base32.hashCode();
  }

  @Override
  public String toString() {
    return base32.toString();
  }
}
