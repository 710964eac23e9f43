package io.cinema.auth.adapter.rest.problem;

import io.cinema.auth.adapter.rest.problem.ProblemDocument.FieldError;
import io.cinema.auth.adapter.rest.security.TokenFailure;
import io.cinema.auth.application.access.AdmissionWithdrawnException;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.value.InvalidValueException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was refused outside a controller's own answers comes through here: one place, one
 * shape.
 */
@Singleton
final class FrameworkFailures implements ErrorResponseProcessor<ProblemDocument> {
  private static final int DEEPEST_CAUSE = 8;

  private final ProblemAnswers answers;

  FrameworkFailures(ProblemAnswers answers) {
    this.answers = answers;
  }

  private record Finding(Problem problem, @Nullable String detail, List<FieldError> errors) {
    Finding(Problem problem, @Nullable String detail) {
      this(problem, detail, List.of());
    }
  }

  @Override
  public MutableHttpResponse<ProblemDocument> processResponse(
      ErrorContext context, MutableHttpResponse<?> base) {
    HttpRequest<?> request = context.getRequest();
    Throwable cause = context.getRootCause().orElse(null);
    Finding finding = find(request, cause, base.code());
    if (own(cause) instanceof PortUnavailableException port) {
      RetryAfter.set(base, port.retryAfter());
    }
    return answers.fill(base, request, finding.problem(), finding.detail(), finding.errors());
  }

  private static Finding find(HttpRequest<?> request, @Nullable Throwable cause, int status) {
    return switch (own(cause)) {
      case ProblemException e -> new Finding(e.problem(), e.getMessage(), e.errors());
      case InvalidValueException e ->
          new Finding(
              Problem.INVALID_REQUEST,
              null,
              List.of(new FieldError(e.field(), e.rule(), e.sentence())));
      case AdmissionWithdrawnException _ ->
          new Finding(
              Problem.FORBIDDEN, "The right to this was lost while the request was on its way.");
      case PortUnavailableException e ->
          switch (e.reason()) {
            case DOWN -> new Finding(Problem.DEPENDENCY_UNAVAILABLE, null);
            case OVERLOADED -> new Finding(Problem.OVERLOADED, null);
          };
      case AuthorizationException e when e.isForbidden() -> new Finding(Problem.FORBIDDEN, null);
      case AuthorizationException _ -> token(request);
      case ConversionErrorException e -> argument(e.getArgument());
      case UnsatisfiedRouteException e -> argument(e.getArgument());
      case null, default -> new Finding(byStatus(request, status), null);
    };
  }

  /** The failure that we know in a chain of wrappers, or the outermost. */
  private static @Nullable Throwable own(@Nullable Throwable outermost) {
    Throwable cause = outermost;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof ProblemException
          || cause instanceof InvalidValueException
          || cause instanceof AdmissionWithdrawnException
          || cause instanceof PortUnavailableException) {
        return cause;
      }
      cause = cause.getCause();
    }
    return outermost;
  }

  private static Finding token(HttpRequest<?> request) {
    return TokenFailure.of(request)
        .map(failure -> new Finding(failure.problem(), failure.detail()))
        .orElseGet(() -> new Finding(Problem.TOKEN_MISSING, null));
  }

  private static Finding argument(Argument<?> argument) {
    if (argument.getAnnotationMetadata().hasAnnotation(Body.class)) {
      return new Finding(Problem.MALFORMED_REQUEST, "The body must be a JSON object.");
    }
    return new Finding(
        Problem.INVALID_REQUEST,
        null,
        List.of(new FieldError(argument.getName(), "bad_value", "has a value of the wrong kind")));
  }

  private static Problem byStatus(HttpRequest<?> request, int status) {
    if (request instanceof NettyHttpRequest<?> netty) {
      Throwable failure = netty.getNativeRequest().decoderResult().cause();
      if (failure instanceof TooLongHttpHeaderException
          || failure instanceof TooLongHttpLineException) {
        return Problem.REQUEST_HEADER_TOO_LARGE;
      }
    }
    return switch (status) {
      case 401 -> Problem.TOKEN_INVALID;
      case 403 -> Problem.FORBIDDEN;
      case 404 -> Problem.NOT_FOUND;
      case 405 -> Problem.METHOD_NOT_ALLOWED;
      case 406 -> Problem.NOT_ACCEPTABLE;
      case 413 -> Problem.PAYLOAD_TOO_LARGE;
      case 415 -> Problem.UNSUPPORTED_MEDIA_TYPE;
      default -> status < 500 ? Problem.MALFORMED_REQUEST : Problem.INTERNAL_ERROR;
    };
  }
}
