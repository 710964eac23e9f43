package io.cinema.auth.bootstrap.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Makes what Lettuce measures fit for a scrape. Left alone, it has seventy buckets for each command
 * and each address of a Redis, and keeps those of addresses that a failover has left behind.
 */
@Singleton
final class RedisMeters implements MeterFilter {
  private static final String LETTUCE = "lettuce.";
  private static final Set<String> ADDRESSES = Set.of("remote", "local");

  private static final DistributionStatisticConfig NO_BUCKETS =
      DistributionStatisticConfig.builder().percentilesHistogram(false).build();

  @Override
  public Meter.Id map(Meter.Id id) {
    return isOfLettuce(id)
        ? id.replaceTags(
            id.getTags().stream().filter(tag -> !ADDRESSES.contains(tag.getKey())).toList())
        : id;
  }

  @Override
  public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
    return isOfLettuce(id) ? NO_BUCKETS.merge(config) : config;
  }

  private static boolean isOfLettuce(Meter.Id id) {
    return id.getName().startsWith(LETTUCE);
  }
}
