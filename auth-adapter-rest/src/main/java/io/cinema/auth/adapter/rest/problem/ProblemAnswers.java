package io.cinema.auth.adapter.rest.problem;

import io.cinema.auth.adapter.rest.http.RequestIds;
import io.cinema.auth.adapter.rest.problem.ProblemDocument.FieldError;
import io.cinema.auth.domain.token.AccessTokenTerms;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes problems as HTTP answers. */
@Singleton
public final class ProblemAnswers {
  static final MediaType TYPE = new MediaType("application/problem+json");

  private final String issuer;

  ProblemAnswers(AccessTokenTerms terms) {
    this.issuer = terms.issuer();
  }

  public MutableHttpResponse<?> answer(HttpRequest<?> request, Problem problem) {
    return answer(request, problem, null);
  }

  /**
   * @param detail what was the matter this time; never text of an exception that is not ours
   */
  public MutableHttpResponse<?> answer(
      HttpRequest<?> request, Problem problem, @Nullable String detail) {
    return fill(HttpResponse.ok(), request, problem, detail, List.of());
  }

  /** The first step of a sign-in was right: {@code mfa-required}. */
  public MutableHttpResponse<?> mfaRequired(HttpRequest<?> request, MfaRequired members) {
    return fill(HttpResponse.ok(), request, Problem.MFA_REQUIRED, null, List.of(), members);
  }

  /** Nobody is heard for a while: {@code too-many-attempts}. */
  public MutableHttpResponse<?> tooManyAttempts(HttpRequest<?> request, Duration retryAfter) {
    MutableHttpResponse<?> response = answer(request, Problem.TOO_MANY_ATTEMPTS);
    RetryAfter.set(response, retryAfter);
    return response;
  }

  MutableHttpResponse<ProblemDocument> fill(
      MutableHttpResponse<?> response,
      HttpRequest<?> request,
      Problem problem,
      @Nullable String detail,
      List<FieldError> errors) {
    return fill(response, request, problem, detail, errors, null);
  }

  private MutableHttpResponse<ProblemDocument> fill(
      MutableHttpResponse<?> response,
      HttpRequest<?> request,
      Problem problem,
      @Nullable String detail,
      List<FieldError> errors,
      @Nullable MfaRequired mfaRequired) {
    response.status(HttpStatus.valueOf(problem.status()));
    // Filters do not see what was refused before them.
    response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
    if (problem.status() == 401) {
      response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, problem.challenge());
    }
    return response
        .body(
            new ProblemDocument(
                type(problem),
                problem.title(),
                problem.status(),
                detail,
                RequestIds.of(request),
                errors,
                mfaRequired))
        .contentType(TYPE);
  }

  /** The address that names the problem, and where its page is served. */
  public String type(Problem problem) {
    return issuer + "/problems/" + problem.slug();
  }
}
