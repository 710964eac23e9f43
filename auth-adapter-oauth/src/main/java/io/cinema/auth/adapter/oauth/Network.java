package io.cinema.auth.adapter.oauth;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import io.cinema.auth.adapter.oauth.http.GuardedCall;
import io.cinema.auth.domain.social.Returned;
import io.cinema.auth.domain.social.SocialFlow;
import io.cinema.auth.domain.social.SocialProfile;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What one network does in its own way. An {@link IOException} means that it is away or answers
 * what it should not.
 */
interface Network {

  /** What it is asked for when nothing is configured. */
  List<String> scopes();

  Entrances entrances(GuardedCall call) throws IOException;

  /** How it wants to know us. */
  ClientProof proof(GuardedCall call) throws IOException;

  /** Whether it gives ID tokens, and so takes a nonce. */
  default boolean givesIdTokens() {
    return false;
  }

  /** What it wants to be asked beside what all are asked. */
  default Map<String, String> authorizationExtras() {
    return Map.of();
  }

  /** What it wants with the code beside what all want. */
  default Map<String, String> tokenExtras(SocialFlow flow, Returned returned)
      throws RefusalException {
    return Map.of();
  }

  /** Looks at what came back, before the network is shown the code. */
  default void check(GuardedCall call, Returned returned) throws IOException, RefusalException {}

  /** Who it is. */
  SocialProfile profile(GuardedCall call, SocialFlow flow, AccessTokenResponse tokens)
      throws IOException, RefusalException;
}
