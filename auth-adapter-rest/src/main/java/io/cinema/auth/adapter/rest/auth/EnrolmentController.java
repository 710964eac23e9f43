package io.cinema.auth.adapter.rest.auth;

import io.cinema.auth.adapter.rest.docs.Answers;
import io.cinema.auth.adapter.rest.http.Origins;
import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.adapter.rest.mfa.AbsentFactor;
import io.cinema.auth.adapter.rest.mfa.TotpSetupBody;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.adapter.rest.proof.ProofAnswers;
import io.cinema.auth.application.signin.EnrolAtSignIn;
import io.cinema.auth.domain.mfa.Provisioning;
import io.cinema.auth.domain.mfa.TotpCode;
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

/** The second step of a sign-in for who must have a second factor and has none. */
@Controller("/api/v1/auth/mfa/totp")
@Tag(name = "Tokens")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(RequestThreads.NAME)
final class EnrolmentController {
  private final EnrolAtSignIn enrolAtSignIn;
  private final ProofAnswers proofs;
  private final ProblemAnswers problems;

  EnrolmentController(EnrolAtSignIn enrolAtSignIn, ProofAnswers proofs, ProblemAnswers problems) {
    this.enrolAtSignIn = enrolAtSignIn;
    this.proofs = proofs;
    this.problems = problems;
  }

  @Post
  @Operation(
      operationId = "enrolAtSignIn",
      summary = "Begin to set up the authenticator app that a sign-in demands",
      description =
          "For an mfa_token whose methods say totp_enrolment. The answer is shown once, and beginning again makes "
              + "another.")
  @ApiResponse(
      responseCode = "201",
      description = "What to set up the app with",
      content = @Content(schema = @Schema(implementation = TotpSetupBody.class)))
  @Answers(Problem.MFA_INVALID)
  HttpResponse<?> begin(HttpRequest<?> request, @Body EnrolmentBody body) {
    Fields fields = new Fields();
    Field<Secret> token = MfaTokenField.read(fields, body.mfaToken());
    fields.check();
    return switch (enrolAtSignIn.begin(token.value(), Origins.of(request))) {
      case EnrolAtSignIn.Begun(Provisioning made) -> HttpResponse.created(TotpSetupBody.of(made));
      case EnrolAtSignIn.DeadToken _ -> deadToken(request);
    };
  }

  @Post("/confirm")
  @Operation(
      operationId = "confirmAtSignIn",
      summary = "Turn the second factor on, and finish the sign-in",
      description =
          "Shows that the app works, by its first code. The recovery codes are shown this once. The token is dead "
              + "after success; after a wrong code it can be shown again.")
  @ApiResponse(
      responseCode = "200",
      description = "Signed in",
      content = @Content(schema = @Schema(implementation = EnrolledBody.class)))
  @Answers({Problem.MFA_INVALID, Problem.NOT_FOUND, Problem.TOO_MANY_ATTEMPTS})
  HttpResponse<?> confirm(HttpRequest<?> request, @Body FirstCodeBody body) {
    Fields fields = new Fields();
    Field<Secret> token = MfaTokenField.read(fields, body.mfaToken());
    Field<TotpCode> code = fields.required("code", body.code(), TotpCode::of);
    fields.check();
    return switch (enrolAtSignIn.confirm(token.value(), code.value(), Origins.of(request))) {
      case EnrolAtSignIn.Enrolled enrolled -> HttpResponse.ok(EnrolledBody.of(enrolled));
      case EnrolAtSignIn.WrongCode _ -> proofs.wrongCode(request);
      case EnrolAtSignIn.NotBegun _ ->
          problems.answer(request, Problem.NOT_FOUND, AbsentFactor.NOT_BEGUN);
      case EnrolAtSignIn.DeadToken _ -> deadToken(request);
      case EnrolAtSignIn.Throttled(Duration retryAfter) ->
          problems.tooManyAttempts(request, retryAfter);
    };
  }

  private HttpResponse<?> deadToken(HttpRequest<?> request) {
    return problems.answer(request, Problem.MFA_INVALID, MfaController.DEAD_TOKEN);
  }
}
