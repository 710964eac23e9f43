package io.cinema.auth.adapter.rest.social;

import io.cinema.auth.adapter.rest.docs.Answers;
import io.cinema.auth.adapter.rest.http.Origins;
import io.cinema.auth.adapter.rest.http.PathIds;
import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.adapter.rest.proof.ProofAnswers;
import io.cinema.auth.adapter.rest.security.BearerAuthentication;
import io.cinema.auth.application.proof.ProofFailure;
import io.cinema.auth.application.social.BegunFlow;
import io.cinema.auth.application.social.LinkSocial;
import io.cinema.auth.application.social.ReturnedFromNetwork;
import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.social.ProviderName;
import io.cinema.auth.domain.social.SocialLink;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Linking one more social network to the own account. */
@Controller("/api/v1/users/me/social-links/{provider}")
@Tag(name = SocialSignInController.TAG)
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(RequestThreads.NAME)
final class LinkController {
  private static final String PASSWORD = "current_password";

  private final LinkSocial linkSocial;
  private final ProofAnswers proofs;
  private final ProblemAnswers problems;

  LinkController(LinkSocial linkSocial, ProofAnswers proofs, ProblemAnswers problems) {
    this.linkSocial = linkSocial;
    this.proofs = proofs;
    this.problems = problems;
  }

  @Post("/authorizations")
  @Operation(
      operationId = "beginSocialLink",
      summary = "Begin to link a social network",
      description =
          "As beginSocialSignIn, for the account that is signed in. Needs current_password or a fresh sign-in.")
  @ApiResponse(
      responseCode = "201",
      description = "Begun",
      content = @Content(schema = @Schema(implementation = BegunBody.class)))
  @Answers({
    Problem.INVALID_CREDENTIALS,
    Problem.STEP_UP_REQUIRED,
    Problem.NOT_FOUND,
    Problem.TOO_MANY_ATTEMPTS,
    Problem.OVERLOADED,
    Problem.PROVIDER_UNAVAILABLE
  })
  HttpResponse<?> begin(
      HttpRequest<?> request,
      Authentication who,
      @Parameter(description = "The social network's name", example = "yandex") String provider,
      @Nullable @Body BeginLinkBody body) {
    ProviderName name = PathIds.provider(provider);
    Fields fields = new Fields();
    Field<URI> back = RedirectUriField.read(fields, body == null ? null : body.redirectUri());
    Field<Password> password =
        fields.optional(
            body == null ? null : body.currentPassword(), raw -> Password.of(PASSWORD, raw));
    fields.check();
    LinkSocial.Begin command =
        new LinkSocial.Begin(
            BearerAuthentication.token(who),
            Origins.of(request),
            name,
            back.orNull(),
            password.orNull());
    return switch (linkSocial.begin(command)) {
      case LinkSocial.Begun(BegunFlow flow) -> HttpResponse.created(BegunBody.of(flow));
      case LinkSocial.RedirectNotAllowed _ -> throw RedirectUriField.notAllowed();
      case LinkSocial.Unproved(ProofFailure why) -> proofs.answer(request, why, PASSWORD);
      case LinkSocial.NoSuchProvider _ ->
          problems.answer(request, Problem.NOT_FOUND, PathIds.NO_SUCH_PROVIDER);
      case LinkSocial.ProviderAway _ -> problems.answer(request, Problem.PROVIDER_UNAVAILABLE);
      case LinkSocial.Gone _ -> problems.answer(request, Problem.TOKEN_REVOKED);
    };
  }

  @Post("/callback")
  @Operation(
      operationId = "finishSocialLink",
      summary = "Link a social network",
      description =
          "Shows what the network sent the person back with, as finishSocialSignIn does. Only the account that began "
              + "can finish. Linking what is linked already changes nothing.")
  @ApiResponse(
      responseCode = "200",
      description = "Linked",
      content = @Content(schema = @Schema(implementation = SocialLinkBody.class)))
  @Answers({
    Problem.OAUTH_STATE_INVALID,
    Problem.OAUTH_DENIED,
    Problem.NOT_FOUND,
    Problem.SOCIAL_LINK_TAKEN,
    Problem.PROVIDER_UNAVAILABLE
  })
  HttpResponse<?> finish(
      HttpRequest<?> request,
      Authentication who,
      @Parameter(description = "The social network's name", example = "yandex") String provider,
      @Body ReturnBody body) {
    Optional<ReturnedFromNetwork> shown = body.read(PathIds.provider(provider));
    if (shown.isEmpty()) {
      return problems.answer(request, Problem.OAUTH_STATE_INVALID);
    }
    return switch (linkSocial.finish(
        BearerAuthentication.token(who), shown.get(), Origins.of(request))) {
      case LinkSocial.Linked(SocialLink link) -> HttpResponse.ok(SocialLinkBody.of(link));
      case LinkSocial.IdentityTaken _ -> problems.answer(request, Problem.SOCIAL_LINK_TAKEN);
      case LinkSocial.StateInvalid _ -> problems.answer(request, Problem.OAUTH_STATE_INVALID);
      case LinkSocial.Denied _ -> problems.answer(request, Problem.OAUTH_DENIED);
      case LinkSocial.NoSuchProvider _ ->
          problems.answer(request, Problem.NOT_FOUND, PathIds.NO_SUCH_PROVIDER);
      case LinkSocial.ProviderAway _ -> problems.answer(request, Problem.PROVIDER_UNAVAILABLE);
      case LinkSocial.Gone _ -> problems.answer(request, Problem.TOKEN_REVOKED);
    };
  }
}
