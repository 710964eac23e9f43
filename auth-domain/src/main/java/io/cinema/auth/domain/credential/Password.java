package io.cinema.auth.domain.credential;

import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.value.InvalidValueException;
import io.cinema.auth.domain.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * A password as somebody typed it, in NFC (RFC 8265 section 4.2, NIST SP 800-63B), spaces and all.
 * Whether it may be <em>chosen</em> is for {@link PasswordPolicy}.
 */
public final class Password {
  /** Most code points, so that hashing has a bounded input. */
  public static final int LONGEST = 256;

  private final Secret text;

  private Password(Secret text) {
    this.text = text;
  }

  /**
   * @throws InvalidValueException for {@code field}: {@code too_short} when empty, {@code
   *     too_long}, {@code unsafe_text}
   */
  public static Password of(String field, String raw) {
    return new Password(Secret.of(Text.checked(field, raw, 1, LONGEST)));
  }

  /** As {@link #of(String, String)} for the field {@code password}. */
  public static Password of(String raw) {
    return of("password", raw);
  }

  /** The normalised text. Never log, store or echo it. */
  public String reveal() {
    return text.reveal();
  }

  /** Length in code points, as the policy counts. */
  public int length() {
    return reveal().codePointCount(0, reveal().length());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Password that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
