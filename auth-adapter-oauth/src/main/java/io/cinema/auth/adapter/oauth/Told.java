package io.cinema.auth.adapter.oauth;

import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.PersonName;
import io.cinema.auth.domain.social.ProviderName;
import io.cinema.auth.domain.social.SocialIdentity;
import io.cinema.auth.domain.social.SocialProfile;
import io.cinema.auth.domain.value.InvalidValueException;
import io.cinema.auth.domain.value.Text;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a network tells of somebody, as it came. */
record Told(
    @Nullable String email,
    boolean emailVerified,
    @Nullable String nickname,
    @Nullable String firstName,
    @Nullable String lastName) {
  private static final int LONGEST_SUBJECT = 255;
  private static final int LONGEST_NICKNAME = 100;

  /**
   * @param subject null where it was not told
   * @throws RefusalException for a subject that is none; all else that is told badly is left out
   */
  SocialProfile by(ProviderName provider, String issuer, @Nullable String subject)
      throws RefusalException {
    SocialIdentity identity = identity(provider, issuer, subject);
    EmailAddress address = address();
    return new SocialProfile(
        identity,
        address,
        emailVerified && address != null,
        checked(nickname, raw -> Text.checked("nickname", raw.strip(), 1, LONGEST_NICKNAME)),
        new PersonName(checked(firstName, PersonName::first), checked(lastName, PersonName::last)));
  }

  private static SocialIdentity identity(
      ProviderName provider, String issuer, @Nullable String subject) throws RefusalException {
    if (subject == null) {
      throw new RefusalException("the network does not say who it is");
    }
    try {
      String _ = Text.checked("subject", subject, 1, LONGEST_SUBJECT);
      return new SocialIdentity(provider, issuer, subject);
    } catch (IllegalArgumentException | InvalidValueException _) {
      throw new RefusalException("the network's id of the person is none");
    }
  }

  private @Nullable EmailAddress address() {
    try {
      return email == null ? null : EmailAddress.of(email);
    } catch (InvalidValueException _) {
      return null;
    }
  }

  private static @Nullable String checked(@Nullable String raw, UnaryOperator<String> check) {
    try {
      return raw == null ? null : check.apply(raw);
    } catch (InvalidValueException _) {
      return null;
    }
  }
}
