package io.cinema.auth.adapter.redis;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.port.RevocationStore;
import io.cinema.auth.domain.session.Revocation;
import io.cinema.auth.domain.session.RevokedTokens;
import io.lettuce.core.RedisClient;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * Revocations in Redis: key = user id, value = the user's invalid tokens, expire = what is left of
 * the life of the last of them.
 *
 * <p>A user that is not found is believed to have nothing revoked only if this node filled the
 * store over the connection that it asks, none of its writes failed since, and the store is still
 * in the epoch of that fill. Anything else is {@link Unfilled}: a new connection, an emptying, a
 * restart. Anything that is not an answer is a {@link PortUnavailableException}.
 *
 * <p>Safe for use by any number of threads. A look-up blocks the calling (virtual) thread.
 */
public final class RedisRevocationStore implements RevocationStore, AutoCloseable {
  private static final String PORT = "RevocationStore";
  private static final Lookup UNFILLED = new Unfilled();
  private static final Lookup NOTHING = new Known(RevokedTokens.NONE);

  private final LinkKeeper keeper;
  private final RedisSettings settings;
  private final Filling filling;

  /**
   * Connects in the background, and again whenever the connection is lost; returns after the first
   * attempt, whatever came of it.
   *
   * @param client as Micronaut Redis makes it. It is set up for the stores of this package and
   *     should serve nothing else; whoever made it shuts it down
   */
  public RedisRevocationStore(RedisClient client, RedisPlace place, RedisSettings settings) {
    this.settings = settings;
    this.filling = new Filling(settings.fillTimeout());
    this.keeper = LinkKeeper.start(client, place, settings, PORT);
  }

  @Override
  public Lookup find(UserId user) {
    RedisLink link = keeper.link();
    Trust.Belief belief = link.trust().belief();
    if (belief == null) {
      return UNFILLED;
    }
    Lookups.Answer answer = link.find(link.keys().revoked(user));
    if (!link.trust().confirms(belief, answer.epoch())) {
      return UNFILLED;
    }
    String value = answer.value();
    return value == null ? NOTHING : known(value);
  }

  private static Known known(String value) {
    try {
      return new Known(RevocationLines.read(value));
    } catch (RevocationLines.Damaged damaged) {
      throw new Unavailable(PORT).down(damaged);
    }
  }

  @Override
  public void add(Collection<Revocation> revocations, Instant now) {
    // Without a link it throws; the next one has to be filled before it is believed.
    keeper.link().write(revocations, now, RedisLink.Damaged.KEEP, settings.commandTimeout());
  }

  @Override
  public boolean fill(Supplier<List<Revocation>> truth, Instant now) {
    return filling.run(keeper.link(), truth, now);
  }

  /**
   * Whether the last answers could be believed; false calls for a {@link #fill}. Costs nothing:
   * Redis is not asked, so that an emptying shows here only after the next {@link #find}.
   */
  public boolean believed() {
    return keeper.isUp() && keeper.link().trust().belief() != null;
  }

  /** Whether Redis answers now. Never throws. */
  public boolean reachable() {
    try {
      keeper.link().ping();
      return true;
    } catch (PortUnavailableException away) {
      return false;
    }
  }

  /** Gives the connection up and looks for no other. */
  @Override
  public void close() {
    keeper.close();
  }
}
