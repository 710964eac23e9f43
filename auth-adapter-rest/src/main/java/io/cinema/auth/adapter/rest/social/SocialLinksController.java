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
import io.cinema.auth.application.social.UnlinkSocial;
import io.cinema.auth.domain.credential.Password;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The social networks that open the own account. */
@Controller("/api/v1/users/me/social-links")
@Tag(name = SocialSignInController.TAG)
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(RequestThreads.NAME)
final class SocialLinksController {
  private static final String PASSWORD = "current_password";

  private final UnlinkSocial unlinkSocial;
  private final ProofAnswers proofs;
  private final ProblemAnswers problems;

  SocialLinksController(UnlinkSocial unlinkSocial, ProofAnswers proofs, ProblemAnswers problems) {
    this.unlinkSocial = unlinkSocial;
    this.proofs = proofs;
    this.problems = problems;
  }

  @Get
  @Operation(
      operationId = "listSocialLinks",
      summary = "List the social networks that open the own account",
      description = "Oldest first.")
  @ApiResponse(
      responseCode = "200",
      description = "The links",
      content = @Content(schema = @Schema(implementation = SocialLinkBody.All.class)))
  HttpResponse<?> list(Authentication who) {
    return HttpResponse.ok(
        SocialLinkBody.All.of(unlinkSocial.links(BearerAuthentication.token(who).user())));
  }

  @Delete("/{id}")
  @Operation(
      operationId = "unlinkSocial",
      summary = "Unlink a social network",
      description =
          "It does not open the account any more. Needs current_password or a fresh sign-in; with the latter there "
              + "need be no body. The last way in stays.")
  @ApiResponse(responseCode = "204", description = "Unlinked")
  @Answers({
    Problem.INVALID_CREDENTIALS,
    Problem.STEP_UP_REQUIRED,
    Problem.NOT_FOUND,
    Problem.LAST_CREDENTIAL,
    Problem.TOO_MANY_ATTEMPTS,
    Problem.OVERLOADED
  })
  HttpResponse<?> unlink(
      HttpRequest<?> request,
      Authentication who,
      @Parameter(
              description = "The link's id",
              example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e",
              schema = @Schema(type = "string", format = "uuid"))
          String id,
      @Nullable @Body UnlinkBody body) {
    UUID link = PathIds.link(id);
    Fields fields = new Fields();
    Field<Password> password =
        fields.optional(
            body == null ? null : body.currentPassword(), raw -> Password.of(PASSWORD, raw));
    fields.check();
    UnlinkSocial.Command command =
        new UnlinkSocial.Command(
            BearerAuthentication.token(who), Origins.of(request), link, password.orNull());
    return switch (unlinkSocial.unlink(command)) {
      case UnlinkSocial.Unlinked _ -> HttpResponse.noContent();
      case UnlinkSocial.NoSuchLink _ ->
          problems.answer(request, Problem.NOT_FOUND, PathIds.NO_SUCH_LINK);
      case UnlinkSocial.LastCredential _ -> problems.answer(request, Problem.LAST_CREDENTIAL);
      case UnlinkSocial.Unproved(ProofFailure why) -> proofs.answer(request, why, PASSWORD);
      case UnlinkSocial.Gone _ -> problems.answer(request, Problem.TOKEN_REVOKED);
    };
  }
}
