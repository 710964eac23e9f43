package io.cinema.auth.adapter.rest.proof;

import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.application.proof.ProofFailure;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Answers a {@link ProofFailure}, the same on every route that asks for a proof. */
@Singleton
public final class ProofAnswers {
  private final ProblemAnswers problems;

  ProofAnswers(ProblemAnswers problems) {
    this.problems = problems;
  }

  /**
   * @param passwordField the property that the route takes the password in
   */
  public MutableHttpResponse<?> answer(
      HttpRequest<?> request, ProofFailure why, String passwordField) {
    return switch (why) {
      case ProofFailure.Missing(Duration maxAge) -> stepUp(request, maxAge, passwordField);
      case ProofFailure.WrongPassword _ ->
          problems.answer(request, Problem.INVALID_CREDENTIALS, passwordField + " is wrong.");
      case ProofFailure.WrongCode _ -> wrongCode(request);
      case ProofFailure.TooMany(Duration retryAfter, boolean _) ->
          problems.tooManyAttempts(request, retryAfter);
    };
  }

  /** A code that is wrong, or was right once. */
  public MutableHttpResponse<?> wrongCode(HttpRequest<?> request) {
    return problems.answer(request, Problem.MFA_INVALID, "The code is wrong, or was used before.");
  }

  /** RFC 9470 section 3; {@code max_age} only where a fresh sign-in would do. */
  private MutableHttpResponse<?> stepUp(
      HttpRequest<?> request, @Nullable Duration maxAge, String passwordField) {
    if (maxAge == null) {
      return problems.answer(
          request, Problem.STEP_UP_REQUIRED, "Send the password in " + passwordField + ".");
    }
    long seconds = maxAge.toSeconds();
    MutableHttpResponse<?> response =
        problems.answer(
            request,
            Problem.STEP_UP_REQUIRED,
            "Send the password in %s, or sign in anew and call again within %d seconds."
                .formatted(passwordField, seconds));
    response
        .getHeaders()
        .set(
            HttpHeaders.WWW_AUTHENTICATE,
            Problem.STEP_UP_REQUIRED.challenge() + ", max_age=\"" + seconds + "\"");
    return response;
  }
}
