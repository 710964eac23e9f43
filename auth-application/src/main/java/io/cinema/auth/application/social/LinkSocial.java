package io.cinema.auth.application.social;

import io.cinema.auth.application.proof.ProofFailure;
import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.social.ProviderName;
import io.cinema.auth.domain.social.SocialLink;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Links one more identity at a social network to the account of somebody who is signed in. */
public interface LinkSocial {

  /**
   * What is wanted.
   *
   * @param redirectUri where to come back to; null for our own callback
   * @param password null where a fresh sign-in stands for it
   */
  record Begin(
      VerifiedAccessToken token,
      Origin origin,
      ProviderName provider,
      @Nullable URI redirectUri,
      @Nullable Password password) {}

  /** What came of beginning. */
  sealed interface Beginning {}

  record Begun(BegunFlow flow) implements Beginning {}

  record RedirectNotAllowed() implements Beginning {}

  record Unproved(ProofFailure why) implements Beginning {}

  /** What came of coming back. */
  sealed interface Result {}

  /** Linked, now or before. */
  record Linked(SocialLink link) implements Result {}

  /** The identity opens another account. */
  record IdentityTaken() implements Result {}

  record StateInvalid() implements Result {}

  record Denied() implements Result {}

  record NoSuchProvider() implements Beginning, Result {}

  record ProviderAway() implements Beginning, Result {}

  /** The account is gone, or the token died meanwhile. */
  record Gone() implements Beginning, Result {}

  Beginning begin(Begin command);

  /** The proof was given at the beginning; who finishes must be who began. */
  Result finish(VerifiedAccessToken token, ReturnedFromNetwork shown, Origin origin);
}
