package io.cinema.auth.adapter.redis;

import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.port.PortUnavailableException.Reason;
import io.cinema.auth.domain.port.SocialFlowStore;
import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.social.SocialFlow;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Flows in Redis: key = digest of the state, value = the rest of the flow, expire = what is left of
 * its life. It is taken with GETDEL, which Redis has since 6.2.
 *
 * <p>A Redis that was emptied has no flows; whoever was away begins again. A take that gets no
 * answer in time is a {@link PortUnavailableException}, and may have taken the flow: nobody gets
 * it.
 *
 * <p>It has a connection of its own, so that what goes wrong here puts no revocation in doubt. Safe
 * for use by any number of threads. A call blocks the calling (virtual) thread.
 */
public final class RedisSocialFlowStore implements SocialFlowStore, AutoCloseable {
  /**
   * Anybody can begin a flow, and a Redis that is full takes no revocations. At some 700 bytes a
   * flow and ten minutes of life this many a second fill 40 MB.
   */
  private static final RateLimiterConfig MOST =
      RateLimiterConfig.custom()
          .limitRefreshPeriod(Duration.ofSeconds(1))
          .limitForPeriod(100)
          .timeoutDuration(Duration.ZERO)
          .build();

  private final RateLimiter limiter = RateLimiter.of("social-flows", MOST);
  private final LinkKeeper keeper;

  /**
   * Connects in the background, and again whenever the connection is lost; returns after the first
   * attempt, whatever came of it.
   *
   * @param client as {@link RedisRevocationStore} takes it; it may be the same one
   */
  public RedisSocialFlowStore(RedisClient client, RedisPlace place, RedisSettings settings) {
    this.keeper = LinkKeeper.start(client, place, settings, "SocialFlowStore");
  }

  /**
   * @throws PortUnavailableException {@code OVERLOADED} beyond a hundred a second
   */
  @Override
  public void put(SocialFlow flow, Instant now) {
    if (!limiter.acquirePermission()) {
      throw new PortUnavailableException(
          "SocialFlowStore", Reason.OVERLOADED, Duration.ofSeconds(1), null);
    }
    RedisLink link = keeper.link();
    if (!now.plusMillis(1).isAfter(flow.expiresAt())) {
      SetArgs life = SetArgs.Builder.px(Duration.between(now, flow.expiresAt()));
      String _ =
          link.ask(redis -> redis.set(link.keys().flow(flow.state()), FlowValue.write(flow), life));
    }
  }

  @Override
  public Optional<SocialFlow> take(Secret state) {
    RedisLink link = keeper.link();
    @Nullable String value = link.ask(redis -> redis.getdel(link.keys().flow(state)));
    return value == null ? Optional.empty() : FlowValue.read(state, value);
  }

  /** Gives the connection up and looks for no other. */
  @Override
  public void close() {
    keeper.close();
  }
}
