package io.cinema.auth.adapter.rest.problem;

import io.cinema.auth.application.access.AdmissionWithdrawnException;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.port.PortUnavailableException.Reason;
import io.cinema.auth.domain.value.InvalidValueException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what no other handler takes: our own refusals, outages, and our own mistakes. */
@Singleton
final class LastResort implements ExceptionHandler<Throwable, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

  private final ErrorResponseProcessor<?> failures;

  LastResort(ErrorResponseProcessor<?> failures) {
    this.failures = failures;
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface is declared so
  public HttpResponse<?> handle(HttpRequest request, Throwable exception) {
    switch (exception) {
      case ProblemException _, InvalidValueException _, AdmissionWithdrawnException _ -> {}
      // As many as there are clients: each is told, and the log would only make the load worse.
      case PortUnavailableException full when full.reason() == Reason.OVERLOADED -> {}
      case PortUnavailableException outage ->
          LOG.warn(
              "{}{}",
              outage.getMessage(),
              outage.getCause() == null ? "" : ": " + outage.getCause());
      default -> LOG.error("a request failed", exception);
    }
    return failures.processResponse(
        ErrorContext.builder(request).cause(exception).build(), HttpResponse.serverError());
  }
}
