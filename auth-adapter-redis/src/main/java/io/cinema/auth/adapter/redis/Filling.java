package io.cinema.auth.adapter.redis;

import io.cinema.auth.domain.session.Revocation;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the store over one link: sets a marker, reads the truth, writes it, and lets the store be
 * believed if the marker is still there, which an emptying takes away.
 */
final class Filling {
  private static final Logger LOG = LoggerFactory.getLogger(Filling.class);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Duration timeout;
  private final AtomicBoolean evictionIsLogged = new AtomicBoolean();

  Filling(Duration timeout) {
    this.timeout = timeout;
  }

  /** Returns whether this node can believe the link from now on. */
  boolean run(RedisLink link, Supplier<List<Revocation>> truth, Instant now) {
    long doubts = link.trust().doubts();
    if (forgetsWhenFull(link)) {
      return false;
    }
    String marker = link.keys().filling(UUID.randomUUID().toString());
    String _ = link.ask(redis -> redis.set(marker, "", SetArgs.Builder.px(LIMIT)), timeout);
    link.write(truth.get(), now, RedisLink.Damaged.REPAIR, timeout);
    String epoch = end(link, marker);
    return epoch != null && link.trust().believe(doubts, epoch);
  }

  private @Nullable String end(RedisLink link, String marker) {
    String[] keys = {marker, link.keys().epoch()};
    String fresh = UUID.randomUUID().toString();
    return link.ask(redis -> RedisScript.FILLED.run(redis, keys, fresh), timeout);
  }

  /**
   * Whether this Redis throws keys away when its memory is full, be it a revocation. One that
   * refuses new ones instead can be trusted.
   */
  private boolean forgetsWhenFull(RedisLink link) {
    String memory = "\n" + link.ask(redis -> redis.info("memory"), timeout);
    boolean forgets =
        !memory.contains("\nmaxmemory:0\r") && !memory.contains("\nmaxmemory_policy:noeviction\r");
    if (!forgets) {
      evictionIsLogged.set(false);
    } else if (evictionIsLogged.compareAndSet(false, true)) {
      LOG.error(
          "Redis is not used, because it evicts keys when it is full: set its maxmemory-policy to"
              + " noeviction");
    }
    return forgets;
  }
}
