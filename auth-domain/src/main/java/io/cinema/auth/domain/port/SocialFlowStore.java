package io.cinema.auth.domain.port;

import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.social.SocialFlow;
import java.time.Instant;
import java.util.Optional;

/** Keeps what is remembered while somebody is away at a social network, until it expires. */
public interface SocialFlowStore {

  /**
   * Remembers a flow until its {@code expiresAt}.
   *
   * @param now to count from
   */
  void put(SocialFlow flow, Instant now);

  /**
   * Hands a flow out and forgets it in one step: of many calls with one state exactly one gets it.
   *
   * @param state as somebody shows it; any text
   */
  Optional<SocialFlow> take(Secret state);
}
