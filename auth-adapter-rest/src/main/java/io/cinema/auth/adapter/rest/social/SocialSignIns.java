package io.cinema.auth.adapter.rest.social;

import io.cinema.auth.adapter.rest.auth.OpeningAnswers;
import io.cinema.auth.adapter.rest.http.Origins;
import io.cinema.auth.adapter.rest.http.PathIds;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.application.signin.Opening;
import io.cinema.auth.application.social.ReturnedFromNetwork;
import io.cinema.auth.application.social.SignInBySocial;
import io.cinema.auth.domain.social.ProviderName;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finishes sign-ins, the same for programs and browsers. */
@Singleton
final class SocialSignIns {
  private final SignInBySocial signIn;
  private final OpeningAnswers openings;
  private final ProblemAnswers problems;

  SocialSignIns(SignInBySocial signIn, OpeningAnswers openings, ProblemAnswers problems) {
    this.signIn = signIn;
    this.openings = openings;
    this.problems = problems;
  }

  MutableHttpResponse<?> finish(HttpRequest<?> request, ProviderName provider, ReturnBody body) {
    Optional<ReturnedFromNetwork> shown = body.read(provider);
    if (shown.isEmpty()) {
      return problems.answer(request, Problem.OAUTH_STATE_INVALID);
    }
    return switch (signIn.finish(shown.get(), Origins.of(request))) {
      case SignInBySocial.Proved(Opening opening, boolean created) ->
          openings.answer(request, opening, created ? HttpStatus.CREATED : HttpStatus.OK);
      case SignInBySocial.EmailTaken _ -> problems.answer(request, Problem.SOCIAL_EMAIL_TAKEN);
      case SignInBySocial.StateInvalid _ -> problems.answer(request, Problem.OAUTH_STATE_INVALID);
      case SignInBySocial.Denied _ -> problems.answer(request, Problem.OAUTH_DENIED);
      case SignInBySocial.NoSuchProvider _ ->
          problems.answer(request, Problem.NOT_FOUND, PathIds.NO_SUCH_PROVIDER);
      case SignInBySocial.ProviderAway _ -> problems.answer(request, Problem.PROVIDER_UNAVAILABLE);
    };
  }
}
