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

  MutableHttpResponse<ProblemDocument> fill(
      MutableHttpResponse<?> response,
      HttpRequest<?> request,
      Problem problem,
      @Nullable String detail,
      List<FieldError> errors) {
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
                errors))
        .contentType(TYPE);
  }

  /** The address that names the problem, and where its page is served. */
  public String type(Problem problem) {
    return issuer + "/problems/" + problem.slug();
  }
}
