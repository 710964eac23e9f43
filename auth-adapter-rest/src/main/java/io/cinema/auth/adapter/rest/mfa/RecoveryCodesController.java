package io.cinema.auth.adapter.rest.mfa;

import io.cinema.auth.adapter.rest.docs.Answers;
import io.cinema.auth.adapter.rest.http.Origins;
import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.adapter.rest.proof.ProofAnswers;
import io.cinema.auth.adapter.rest.security.BearerAuthentication;
import io.cinema.auth.application.mfa.RenewRecoveryCodes;
import io.cinema.auth.application.proof.ProofFailure;
import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.mfa.FactorProof;
import io.cinema.auth.domain.mfa.RecoveryCode;
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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** The recovery codes of the own account. */
@Controller("/api/v1/users/me/recovery-codes")
@Tag(name = TotpController.TAG)
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(RequestThreads.NAME)
final class RecoveryCodesController {
  private final RenewRecoveryCodes renewRecoveryCodes;
  private final ProofAnswers proofs;
  private final ProblemAnswers problems;

  RecoveryCodesController(
      RenewRecoveryCodes renewRecoveryCodes, ProofAnswers proofs, ProblemAnswers problems) {
    this.renewRecoveryCodes = renewRecoveryCodes;
    this.proofs = proofs;
    this.problems = problems;
  }

  @Post
  @Operation(
      operationId = "renewRecoveryCodes",
      summary = "Get new recovery codes",
      description =
          "The old ones are dead, and the new ones are shown this once. Needs either a code or a recovery code, and "
              + "the password unless the sign-in is fresh.")
  @ApiResponse(
      responseCode = "200",
      description = "The new ones",
      content = @Content(schema = @Schema(implementation = RecoveryCodesBody.class)))
  @Answers({
    Problem.INVALID_CREDENTIALS,
    Problem.MFA_INVALID,
    Problem.STEP_UP_REQUIRED,
    Problem.NOT_FOUND,
    Problem.TOO_MANY_ATTEMPTS,
    Problem.OVERLOADED
  })
  HttpResponse<?> renew(HttpRequest<?> request, Authentication who, @Body FactorBody body) {
    Fields fields = new Fields();
    Field<Password> password = fields.optional(body.password(), Password::of);
    Field<FactorProof> factor = FactorFields.read(fields, body.code(), body.recoveryCode());
    fields.check();
    RenewRecoveryCodes.Command command =
        new RenewRecoveryCodes.Command(
            BearerAuthentication.token(who),
            Origins.of(request),
            password.orNull(),
            factor.value());
    return switch (renewRecoveryCodes.renew(command)) {
      case RenewRecoveryCodes.Renewed(List<RecoveryCode> codes) ->
          HttpResponse.ok(RecoveryCodesBody.of(codes));
      case RenewRecoveryCodes.NotActive _ ->
          problems.answer(request, Problem.NOT_FOUND, AbsentFactor.NOT_ACTIVE);
      case RenewRecoveryCodes.Unproved(ProofFailure why) -> proofs.answer(request, why, "password");
      case RenewRecoveryCodes.Gone _ -> problems.answer(request, Problem.TOKEN_REVOKED);
    };
  }
}
