package io.cinema.auth.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * The login history: {@code AUTH_HISTORY_…}.
 *
 * @param months how many months it reaches back; older months are dropped whole
 */
@ConfigurationProperties("auth.history")
public record HistoryConfiguration(@Bindable(defaultValue = "12") int months) {

  public HistoryConfiguration {
    if (months < 1) {
      throw new IllegalArgumentException("AUTH_HISTORY_MONTHS must be at least 1");
    }
  }
}
