package io.cinema.auth.domain.social;

import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * What a social network tells of somebody who let us ask. What it tells badly (an e-mail that is
 * none, a name with control characters) is as if it were not told.
 *
 * @param email null where it gave none
 * @param emailVerified whether it says that it has checked that the e-mail is theirs
 * @param nickname what the person is called there, as it came; null where it gave none
 */
public record SocialProfile(
    SocialIdentity identity,
    @Nullable EmailAddress email,
    boolean emailVerified,
    @Nullable String nickname,
    PersonName name) {

  /** One that tells nothing but who it is. */
  public static SocialProfile bare(SocialIdentity identity) {
    return new SocialProfile(identity, null, false, null, PersonName.NONE);
  }
}
