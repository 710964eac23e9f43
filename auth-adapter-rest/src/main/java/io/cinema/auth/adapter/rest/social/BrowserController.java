package io.cinema.auth.adapter.rest.social;

import io.cinema.auth.adapter.rest.auth.TokensBody;
import io.cinema.auth.adapter.rest.docs.Answers;
import io.cinema.auth.adapter.rest.http.PathIds;
import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.application.social.BegunFlow;
import io.cinema.auth.application.social.RoundTrip;
import io.cinema.auth.application.social.SignInBySocial;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Signing in, and up, with a social network, for a plain browser: it follows a link. No HEAD: what
 * only looks at a link must not begin or end a flow.
 */
@Controller("/api/v1/oauth/{provider}")
@Tag(name = SocialSignInController.TAG)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(RequestThreads.NAME)
final class BrowserController {
  static final String REFERRER_POLICY = "Referrer-Policy";
  static final String NO_REFERRER = "no-referrer";

  private final SignInBySocial signIn;
  private final SocialSignIns signIns;
  private final FlowCookie cookie;
  private final ProblemAnswers problems;

  BrowserController(
      SignInBySocial signIn, SocialSignIns signIns, FlowCookie cookie, ProblemAnswers problems) {
    this.signIn = signIn;
    this.signIns = signIns;
    this.cookie = cookie;
    this.problems = problems;
  }

  @Get(uri = "/authorize", headRoute = false)
  @Operation(
      operationId = "openSocialSignIn",
      summary = "Send a browser to a social network",
      description =
          "The same as beginSocialSignIn for a browser that follows a link. A short-lived cookie binds the flow to the "
              + "browser and authenticates nobody.")
  @ApiResponse(
      responseCode = "303",
      description = "To the network",
      headers = {
        @Header(
            name = "Location",
            description = "Where the person signs in",
            required = true,
            schema = @Schema(type = "string", format = "uri")),
        @Header(
            name = "Set-Cookie",
            description = "The flow token, as cinema_oauth_flow",
            required = true,
            schema = @Schema(type = "string"))
      })
  @Answers({Problem.NOT_FOUND, Problem.PROVIDER_UNAVAILABLE})
  HttpResponse<?> authorize(
      HttpRequest<?> request,
      @Parameter(description = "The social network's name", example = "yandex") String provider) {
    return switch (signIn.begin(PathIds.provider(provider), null)) {
      case RoundTrip.Begun(BegunFlow flow) ->
          HttpResponse.seeOther(flow.authorizationUri())
              .cookie(cookie.holding(flow.flowToken(), flow.life()))
              .header(REFERRER_POLICY, NO_REFERRER);
      case RoundTrip.RedirectNotAllowed _ -> throw RedirectUriField.notAllowed();
      case RoundTrip.NoSuchProvider _ ->
          problems.answer(request, Problem.NOT_FOUND, PathIds.NO_SUCH_PROVIDER);
      case RoundTrip.ProviderAway _ -> problems.answer(request, Problem.PROVIDER_UNAVAILABLE);
    };
  }

  @Get(uri = "/callback", headRoute = false)
  @Operation(
      operationId = "returnFromNetwork",
      summary = "Take a browser back from a social network",
      description =
          "The same as finishSocialSignIn for a browser, which has the flow token in its cookie. The cookie is over "
              + "afterwards, whatever comes of it.")
  @ApiResponse(
      responseCode = "200",
      description = "Signed in",
      content = @Content(schema = @Schema(implementation = TokensBody.class)))
  @ApiResponse(
      responseCode = "201",
      description = "The account was made, and signed in to",
      content = @Content(schema = @Schema(implementation = TokensBody.class)))
  @Answers({
    Problem.OAUTH_STATE_INVALID,
    Problem.OAUTH_DENIED,
    Problem.MFA_REQUIRED,
    Problem.ACCOUNT_DISABLED,
    Problem.AGENT_NOT_ALLOWED,
    Problem.NOT_FOUND,
    Problem.SOCIAL_EMAIL_TAKEN,
    Problem.PROVIDER_UNAVAILABLE
  })
  HttpResponse<?> callback(
      HttpRequest<?> request,
      @Parameter(description = "The social network's name", example = "yandex") String provider,
      @RequestBean ReturnParameters parameters,
      @Nullable
          @CookieValue(FlowCookie.NAME)
          @Parameter(description = "The flow token that authorize gave", example = "3q2-7wRkX0c…")
          String flowToken) {
    return signIns.finish(request, PathIds.provider(provider), parameters.with(flowToken));
  }
}
