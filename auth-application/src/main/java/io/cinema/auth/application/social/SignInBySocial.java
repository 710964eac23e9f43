package io.cinema.auth.application.social;

import io.cinema.auth.application.signin.Opening;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.social.ProviderName;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs people in, and up, by who they are at a social network. */
public interface SignInBySocial {

  /** The networks that are switched on, by name. */
  List<ProviderName> providers();

  /**
   * Begins.
   *
   * @param redirectUri where to come back to; null for our own callback
   */
  RoundTrip.Beginning begin(ProviderName provider, @Nullable URI redirectUri);

  /** What came of coming back. */
  sealed interface Result {}

  /**
   * We know who it is.
   *
   * @param created whether the account was made just now
   */
  record Proved(Opening opening, boolean created) implements Result {}

  /** Somebody here has the e-mail, and it does not prove that this is them. */
  record EmailTaken() implements Result {}

  /** As {@link RoundTrip.StateInvalid}. */
  record StateInvalid() implements Result {}

  /** As {@link RoundTrip.Denied}. */
  record Denied() implements Result {}

  /** As {@link RoundTrip.NoSuchProvider}. */
  record NoSuchProvider() implements Result {}

  /** As {@link RoundTrip.ProviderAway}. */
  record ProviderAway() implements Result {}

  Result finish(ReturnedFromNetwork shown, Origin origin);
}
