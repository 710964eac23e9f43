package io.cinema.auth.adapter.rest.auth;

import io.cinema.auth.adapter.rest.docs.Answers;
import io.cinema.auth.adapter.rest.http.Origins;
import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.adapter.rest.mfa.FactorFields;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.adapter.rest.proof.ProofAnswers;
import io.cinema.auth.application.signin.Opening;
import io.cinema.auth.application.signin.PassSecondFactor;
import io.cinema.auth.domain.mfa.FactorProof;
import io.cinema.auth.domain.secret.Secret;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;

/** The second step of a sign-in. */
@Controller("/api/v1/auth/mfa")
@Tag(name = "Tokens")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(RequestThreads.NAME)
final class MfaController {
  /** What there is to say of a token that opens nothing. */
  static final String DEAD_TOKEN =
      "The mfa_token is none of ours, has expired or was used: sign in again.";

  private final PassSecondFactor passSecondFactor;
  private final OpeningAnswers openings;
  private final ProofAnswers proofs;
  private final ProblemAnswers problems;

  MfaController(
      PassSecondFactor passSecondFactor,
      OpeningAnswers openings,
      ProofAnswers proofs,
      ProblemAnswers problems) {
    this.passSecondFactor = passSecondFactor;
    this.openings = openings;
    this.proofs = proofs;
    this.problems = problems;
  }

  @Post
  @Operation(
      operationId = "passSecondFactor",
      summary = "Finish a sign-in with the second factor",
      description =
          "Shows the mfa_token of mfa-required with either a code of the authenticator app or a recovery code. The "
              + "token is dead after success; after a wrong code it can be shown again.")
  @ApiResponse(
      responseCode = "200",
      description = "Signed in",
      content = @Content(schema = @Schema(implementation = TokensBody.class)))
  @Answers({Problem.MFA_INVALID, Problem.TOO_MANY_ATTEMPTS})
  HttpResponse<?> pass(HttpRequest<?> request, @Body MfaBody body) {
    Fields fields = new Fields();
    Field<Secret> token = MfaTokenField.read(fields, body.mfaToken());
    Field<FactorProof> factor = FactorFields.read(fields, body.code(), body.recoveryCode());
    fields.check();
    PassSecondFactor.Command command =
        new PassSecondFactor.Command(token.value(), factor.value(), Origins.of(request));
    return switch (passSecondFactor.pass(command)) {
      case PassSecondFactor.Proved(Opening opening) -> openings.answer(request, opening);
      case PassSecondFactor.WrongCode _ -> proofs.wrongCode(request);
      case PassSecondFactor.DeadToken _ ->
          problems.answer(request, Problem.MFA_INVALID, DEAD_TOKEN);
      case PassSecondFactor.Throttled(Duration retryAfter) ->
          problems.tooManyAttempts(request, retryAfter);
    };
  }
}
