package io.cinema.auth.bootstrap.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemException;
import io.cinema.auth.bootstrap.config.MetricsConfiguration;
import io.cinema.auth.bootstrap.config.ServiceConfiguration;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.security.authentication.BasicAuthUtils;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Lets those read the metrics who have their password: they tell how busy the cinema is. Without a
 * password nobody may, and it looks as if there were none; in dev mode anybody may.
 */
// The router takes a slash behind it for the same place.
@ServerFilter({"/prometheus", "/prometheus/**"})
final class MetricsGuard {
  private final @Nullable String password;
  private final boolean open;

  MetricsGuard(MetricsConfiguration metrics, ServiceConfiguration service) {
    this.password = metrics.password();
    this.open = password == null && service.mode() == ServiceConfiguration.Mode.DEV;
  }

  @RequestFilter
  @Nullable HttpResponse<?> admit(HttpRequest<?> request) {
    if (open) {
      return null;
    }
    String wanted = password;
    if (wanted == null) {
      throw ProblemException.of(Problem.NOT_FOUND, null);
    }
    boolean known =
        request
            .getHeaders()
            .getAuthorization()
            .flatMap(BasicAuthUtils::parseCredentials)
            .filter(given -> isSame(given.getPassword(), wanted))
            .isPresent();
    return known
        ? null
        : HttpResponse.unauthorized()
            .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"metrics\", charset=\"UTF-8\"");
  }

  private static boolean isSame(@Nullable String given, String wanted) {
    return given != null && MessageDigest.isEqual(given.getBytes(UTF_8), wanted.getBytes(UTF_8));
  }
}
