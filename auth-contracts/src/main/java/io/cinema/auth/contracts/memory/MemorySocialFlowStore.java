package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.port.SocialFlowStore;
import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.social.SocialFlow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Flows in memory. Like any backend it has a clock of its own, by which it forgets what is given to
 * it for some time. {@link #empty} forgets everything, as a backend does that was restarted.
 */
public final class MemorySocialFlowStore implements SocialFlowStore {
  private final Map<Secret, Kept> flows = new HashMap<>();
  private final InstantSource clock;

  private record Kept(SocialFlow flow, Instant until) {}

  public MemorySocialFlowStore(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void put(SocialFlow flow, Instant now) {
    Instant here = clock.instant();
    flows.values().removeIf(kept -> !here.isBefore(kept.until));
    flows.put(flow.state(), new Kept(flow, here.plus(Duration.between(now, flow.expiresAt()))));
  }

  @Override
  public synchronized Optional<SocialFlow> take(Secret state) {
    return Optional.ofNullable(flows.remove(state))
        .filter(kept -> clock.instant().isBefore(kept.until))
        .map(Kept::flow);
  }

  /** Forgets everything. */
  public synchronized void empty() {
    flows.clear();
  }
}
