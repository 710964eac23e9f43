package io.cinema.auth.adapter.rest.social;

import io.cinema.auth.adapter.rest.auth.TokensBody;
import io.cinema.auth.adapter.rest.docs.Answers;
import io.cinema.auth.adapter.rest.http.PathIds;
import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.application.social.BegunFlow;
import io.cinema.auth.application.social.RoundTrip;
import io.cinema.auth.application.social.SignInBySocial;
import io.cinema.auth.domain.social.ProviderName;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Signing in, and up, with a social network, for programs that send the person there. */
@Controller("/api/v1/oauth")
@Tag(
    name = SocialSignInController.TAG,
    description = "Sign in with social networks, and link them to the own account")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(RequestThreads.NAME)
final class SocialSignInController {
  static final String TAG = "Social networks";

  private final SignInBySocial signIn;
  private final SocialSignIns signIns;
  private final ProblemAnswers problems;

  SocialSignInController(SignInBySocial signIn, SocialSignIns signIns, ProblemAnswers problems) {
    this.signIn = signIn;
    this.signIns = signIns;
    this.problems = problems;
  }

  @Get("/providers")
  @Operation(
      operationId = "listSocialProviders",
      summary = "List the social networks to sign in with",
      description = "Those that are switched on, by name.")
  @ApiResponse(
      responseCode = "200",
      description = "The networks",
      content = @Content(schema = @Schema(implementation = ProvidersBody.class)))
  HttpResponse<?> providers() {
    return HttpResponse.ok(ProvidersBody.of(signIn.providers()));
  }

  @Post("/{provider}/authorizations")
  @Operation(
      operationId = "beginSocialSignIn",
      summary = "Begin to sign in with a social network",
      description =
          "Send the person to authorization_url. The network sends them back to redirect_uri with a code and the "
              + "state: show both at the callback, with the flow_token, which is to be kept where only this person's "
              + "device can read it.")
  @ApiResponse(
      responseCode = "201",
      description = "Begun",
      content = @Content(schema = @Schema(implementation = BegunBody.class)))
  @Answers({Problem.NOT_FOUND, Problem.PROVIDER_UNAVAILABLE})
  HttpResponse<?> begin(
      HttpRequest<?> request,
      @Parameter(description = "The social network's name", example = "yandex") String provider,
      @Nullable @Body BeginBody body) {
    ProviderName name = PathIds.provider(provider);
    Fields fields = new Fields();
    Field<URI> back = RedirectUriField.read(fields, body == null ? null : body.redirectUri());
    fields.check();
    return switch (signIn.begin(name, back.orNull())) {
      case RoundTrip.Begun(BegunFlow flow) -> HttpResponse.created(BegunBody.of(flow));
      case RoundTrip.RedirectNotAllowed _ -> throw RedirectUriField.notAllowed();
      case RoundTrip.NoSuchProvider _ ->
          problems.answer(request, Problem.NOT_FOUND, PathIds.NO_SUCH_PROVIDER);
      case RoundTrip.ProviderAway _ -> problems.answer(request, Problem.PROVIDER_UNAVAILABLE);
    };
  }

  @Post("/{provider}/callback")
  @Operation(
      operationId = "finishSocialSignIn",
      summary = "Finish a sign-in with a social network",
      description =
          "Shows what the network sent the person back with: a code, or an error instead. Who is not known yet gets "
              + "an account. Works once, whatever comes of it.")
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
  HttpResponse<?> finish(
      HttpRequest<?> request,
      @Parameter(description = "The social network's name", example = "yandex") String provider,
      @Body ReturnBody body) {
    return signIns.finish(request, PathIds.provider(provider), body);
  }
}
