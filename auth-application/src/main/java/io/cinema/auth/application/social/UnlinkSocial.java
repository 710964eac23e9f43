package io.cinema.auth.application.social;

import io.cinema.auth.application.proof.ProofFailure;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.social.SocialLink;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows the identities that open an account, and removes one. */
public interface UnlinkSocial {

  /**
   * What is wanted.
   *
   * @param password null where a fresh sign-in stands for it
   */
  record Command(
      VerifiedAccessToken token, Origin origin, UUID link, @Nullable Password password) {}

  /** What came of it. */
  sealed interface Result {}

  record Unlinked() implements Result {}

  record NoSuchLink() implements Result {}

  /** Without it nobody could sign in to the account. */
  record LastCredential() implements Result {}

  record Unproved(ProofFailure why) implements Result {}

  /** The account is gone, or the token died meanwhile. */
  record Gone() implements Result {}

  /** Oldest first. */
  List<SocialLink> links(UserId user);

  Result unlink(Command command);
}
