package io.cinema.auth.adapter.rest.auth;

import io.cinema.auth.adapter.rest.problem.MfaRequired;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.application.signin.IssuedTokens;
import io.cinema.auth.application.signin.MfaChallenge;
import io.cinema.auth.application.signin.Opening;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Answers an {@link Opening}, the same on every path that signs somebody in. */
@Singleton
public final class OpeningAnswers {
  private final ProblemAnswers problems;

  OpeningAnswers(ProblemAnswers problems) {
    this.problems = problems;
  }

  public MutableHttpResponse<?> answer(HttpRequest<?> request, Opening opening) {
    return answer(request, opening, HttpStatus.OK);
  }

  /**
   * @param opened the status of the answer that has the tokens
   */
  public MutableHttpResponse<?> answer(HttpRequest<?> request, Opening opening, HttpStatus opened) {
    return switch (opening) {
      case Opening.Opened(IssuedTokens tokens) ->
          HttpResponse.status(opened).body(TokensBody.of(tokens));
      case Opening.FactorRequired(MfaChallenge challenge) ->
          problems.mfaRequired(request, members(challenge));
      case Opening.AccountDisabled _ -> problems.answer(request, Problem.ACCOUNT_DISABLED);
      case Opening.AgentNotAllowed _ -> problems.answer(request, Problem.AGENT_NOT_ALLOWED);
    };
  }

  private static MfaRequired members(MfaChallenge challenge) {
    return new MfaRequired(
        challenge.token().reveal(),
        challenge.life().toSeconds(),
        challenge.methods().stream()
            .sorted()
            .map(method -> method.name().toLowerCase(Locale.ROOT))
            .toList());
  }
}
