package io.cinema.auth.bootstrap.shutdown;

import io.micronaut.health.HealthStatus;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * The time in which we still serve but want no more: readiness says no, for balancers to send new
 * requests elsewhere, and each answer ends its connection, for clients that keep one (RFC 9112
 * section 9.6). A connection that is closed while idle could have a request on its way.
 */
@Readiness
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Draining implements HealthIndicator {
  private static final String NAME = "draining";

  private volatile boolean begun;

  void begin() {
    begun = true;
  }

  @ResponseFilter
  void endConnection(MutableHttpResponse<?> answer) {
    if (begun) {
      MutableHttpResponse<?> _ = answer.header(HttpHeaders.CONNECTION, "close");
    }
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Mono.just(
        HealthResult.builder(NAME, begun ? HealthStatus.DOWN : HealthStatus.UP).build());
  }
}
