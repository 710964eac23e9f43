package io.cinema.auth.domain.port;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.session.Revocation;
import io.cinema.auth.domain.session.RevokedTokens;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * The fast copy of {@link RevocationRepository}, asked once for every request. It knows when it may
 * have forgotten something: after it was emptied, restarted or cut off it answers {@link Unfilled}
 * until it was filled again, so that "nothing is revoked" can always be believed.
 */
public interface RevocationStore {

  /** What a look-up found. */
  sealed interface Lookup {}

  /** All that is revoked of the user's tokens. */
  record Known(RevokedTokens revoked) implements Lookup {}

  /** The store may have forgotten something: ask the truth, and fill it. */
  record Unfilled() implements Lookup {}

  /**
   * @throws PortUnavailableException when the store is away; told within 250 ms
   */
  Lookup find(UserId user);

  /**
   * Publishes revocations to all nodes. When it fails, this node takes its store for {@link
   * Unfilled} from then on.
   *
   * @param now entries whose end has passed are left out
   * @throws PortUnavailableException when the store is away
   */
  void add(Collection<Revocation> revocations, Instant now);

  /**
   * Fills the store from the truth and lets it be believed again. An emptying in the middle leaves
   * it {@link Unfilled}.
   *
   * @param truth read after the filling began, so that nothing falls between
   * @return whether it is filled now
   * @throws PortUnavailableException when the store is away
   */
  boolean fill(Supplier<List<Revocation>> truth, Instant now);
}
