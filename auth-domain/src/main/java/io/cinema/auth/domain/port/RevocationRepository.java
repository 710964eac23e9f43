package io.cinema.auth.domain.port;

import io.cinema.auth.domain.session.Revocation;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** The truth about revoked tokens, written in the same unit of work as what revokes them. */
public interface RevocationRepository {

  /** Adds revocations; they wait for {@link #relay}. One that stands already stands once. */
  void add(Collection<Revocation> revocations);

  /**
   * Whether the token or its session was revoked, its version is too low, or its user is gone or
   * disabled. Reads the truth; a session that is not known counts as ended.
   */
  boolean isRevoked(VerifiedAccessToken token);

  /** All revocations that matter at that time, for filling an empty {@link RevocationStore}. */
  List<Revocation> standing(Instant now);

  /**
   * Hands revocations that were not relayed yet to the publisher, and counts them as relayed once
   * it returned. Nodes may call it at the same time: each revocation goes to one of them.
   *
   * @param limit most revocations to hand over
   * @return how many were handed over
   */
  int relay(int limit, Consumer<List<Revocation>> publisher);

  /** Forgets revocations whose tokens have all expired before the given time. */
  int purge(Instant before);
}
