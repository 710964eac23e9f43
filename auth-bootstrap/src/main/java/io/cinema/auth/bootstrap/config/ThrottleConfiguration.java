package io.cinema.auth.bootstrap.config;

import io.cinema.auth.domain.login.ThrottleLimits;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Wrong guesses: {@code AUTH_THROTTLE_…}. What each setting means is told by {@link
 * ThrottleLimits}.
 */
public final class ThrottleConfiguration {
  private ThrottleConfiguration() {}

  /** At the password of one account: {@code AUTH_THROTTLE_PASSWORD_…}. */
  @ConfigurationProperties("auth.throttle.password")
  public record OfPassword(
      @Bindable(defaultValue = "5") int free,
      @Bindable(defaultValue = "30s") Duration firstLock,
      @Bindable(defaultValue = "15m") Duration longestLock,
      @Bindable(defaultValue = "15m") Duration forgiveEvery) {

    public ThrottleLimits limits() {
      return new ThrottleLimits(free, firstLock, longestLock, forgiveEvery);
    }
  }

  /** At the second factor of one account: {@code AUTH_THROTTLE_CODE_…}. */
  @ConfigurationProperties("auth.throttle.code")
  public record OfCode(
      @Bindable(defaultValue = "5") int free,
      @Bindable(defaultValue = "1m") Duration firstLock,
      @Bindable(defaultValue = "1h") Duration longestLock,
      @Bindable(defaultValue = "1h") Duration forgiveEvery) {

    public ThrottleLimits limits() {
      return new ThrottleLimits(free, firstLock, longestLock, forgiveEvery);
    }
  }

  /** From one address: {@code AUTH_THROTTLE_ADDRESS_…}. */
  @ConfigurationProperties("auth.throttle.address")
  public record OfAddress(
      @Bindable(defaultValue = "100") int free,
      @Bindable(defaultValue = "30s") Duration firstLock,
      @Bindable(defaultValue = "15m") Duration longestLock,
      @Bindable(defaultValue = "10s") Duration forgiveEvery) {

    public ThrottleLimits limits() {
      return new ThrottleLimits(free, firstLock, longestLock, forgiveEvery);
    }
  }
}
