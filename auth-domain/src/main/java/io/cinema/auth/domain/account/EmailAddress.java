package io.cinema.auth.domain.account;

import io.cinema.auth.domain.value.InvalidValueException;
import io.cinema.auth.domain.value.Text;
import java.net.IDN;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address: what RFC 5321 lets through as {@code dot-string@domain}, with the length
 * limits of its section 4.5.3.1 and without quoted local parts. Whether it receives mail is not
 * claimed. Equal by canonical form: folded case and width, the domain in ASCII (IDNA).
 */
public final class EmailAddress {
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;
  private static final Pattern LOCAL =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private final String shown;
  private final String canonical;

  private EmailAddress(String shown, String canonical) {
    this.shown = shown;
    this.canonical = canonical;
  }

  /**
   * @throws InvalidValueException for field {@code email}: {@code too_short}, {@code too_long},
   *     {@code unsafe_text}, {@code not_an_email}
   */
  public static EmailAddress of(String raw) {
    String shown = Text.checked("email", raw, 3, LONGEST);
    String folded = Text.canonical(shown);
    int at = folded.lastIndexOf('@');
    if (at < 1 || at > LONGEST_LOCAL || Text.hidesCharacters(shown)) {
      throw notAnEmail();
    }
    String local = folded.substring(0, at);
    String domain = ascii(folded.substring(at + 1));
    if (!LOCAL.matcher(local).matches()
        || domain.length() > 253
        || !DOMAIN.matcher(domain).matches()) {
      throw notAnEmail();
    }
    return new EmailAddress(shown, local + "@" + domain);
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain);
    } catch (IllegalArgumentException notADomain) {
      throw notAnEmail();
    }
  }

  private static InvalidValueException notAnEmail() {
    return new InvalidValueException("email", "not_an_email", "must be an e-mail address");
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
    return other instanceof EmailAddress that && canonical.equals(that.canonical);
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
