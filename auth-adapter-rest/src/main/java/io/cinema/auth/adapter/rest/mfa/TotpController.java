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
import io.cinema.auth.application.mfa.ConfirmTotp;
import io.cinema.auth.application.mfa.DisableTotp;
import io.cinema.auth.application.mfa.EnrolTotp;
import io.cinema.auth.application.mfa.ReadSecondFactor;
import io.cinema.auth.application.proof.ProofFailure;
import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.mfa.FactorProof;
import io.cinema.auth.domain.mfa.Provisioning;
import io.cinema.auth.domain.mfa.RecoveryCode;
import io.cinema.auth.domain.mfa.TotpCode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The authenticator app of the own account. */
@Controller("/api/v1/users/me/totp")
@Tag(name = TotpController.TAG, description = "Authenticator apps and recovery codes")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(RequestThreads.NAME)
final class TotpController {
  static final String TAG = "Second factor";

  private static final String PASSWORD = "password";

  private final ReadSecondFactor readSecondFactor;
  private final EnrolTotp enrolTotp;
  private final ConfirmTotp confirmTotp;
  private final DisableTotp disableTotp;
  private final ProofAnswers proofs;
  private final ProblemAnswers problems;

  TotpController(
      ReadSecondFactor readSecondFactor,
      EnrolTotp enrolTotp,
      ConfirmTotp confirmTotp,
      DisableTotp disableTotp,
      ProofAnswers proofs,
      ProblemAnswers problems) {
    this.readSecondFactor = readSecondFactor;
    this.enrolTotp = enrolTotp;
    this.confirmTotp = confirmTotp;
    this.disableTotp = disableTotp;
    this.proofs = proofs;
    this.problems = problems;
  }

  @Get
  @Operation(
      operationId = "readTotp",
      summary = "See how the second factor stands",
      description = "Whether it is asked for, and how many recovery codes are left.")
  @ApiResponse(
      responseCode = "200",
      description = "How it stands",
      content = @Content(schema = @Schema(implementation = TotpBody.class)))
  HttpResponse<?> read(Authentication who) {
    return HttpResponse.ok(
        TotpBody.of(readSecondFactor.read(BearerAuthentication.token(who).user())));
  }

  @Post
  @Operation(
      operationId = "enrolTotp",
      summary = "Begin to set up an authenticator app",
      description =
          "The answer is shown once, and beginning again makes another. No code is asked for at sign-in until "
              + "the first one is confirmed.")
  @ApiResponse(
      responseCode = "201",
      description = "What to set up the app with",
      content = @Content(schema = @Schema(implementation = TotpSetupBody.class)))
  @Answers({
    Problem.INVALID_CREDENTIALS,
    Problem.STEP_UP_REQUIRED,
    Problem.TOTP_ALREADY_ACTIVE,
    Problem.TOO_MANY_ATTEMPTS,
    Problem.OVERLOADED
  })
  HttpResponse<?> enrol(HttpRequest<?> request, Authentication who, @Body EnrolBody body) {
    Fields fields = new Fields();
    Field<Password> password = fields.optional(body.password(), Password::of);
    fields.check();
    EnrolTotp.Command command =
        new EnrolTotp.Command(
            BearerAuthentication.token(who), Origins.of(request), password.orNull());
    return switch (enrolTotp.enrol(command)) {
      case EnrolTotp.Begun(Provisioning made) -> HttpResponse.created(TotpSetupBody.of(made));
      case EnrolTotp.AlreadyActive _ -> problems.answer(request, Problem.TOTP_ALREADY_ACTIVE);
      case EnrolTotp.Unproved(ProofFailure why) -> proofs.answer(request, why, PASSWORD);
      case EnrolTotp.Gone _ -> problems.answer(request, Problem.TOKEN_REVOKED);
    };
  }

  @Post("/confirm")
  @Operation(
      operationId = "confirmTotp",
      summary = "Turn the second factor on",
      description =
          "Shows that the app works, by its first code. The recovery codes are shown this once, and the other "
              + "sessions end.")
  @ApiResponse(
      responseCode = "200",
      description = "It is on",
      content = @Content(schema = @Schema(implementation = RecoveryCodesBody.class)))
  @Answers({
    Problem.MFA_INVALID,
    Problem.NOT_FOUND,
    Problem.TOTP_ALREADY_ACTIVE,
    Problem.TOO_MANY_ATTEMPTS
  })
  HttpResponse<?> confirm(HttpRequest<?> request, Authentication who, @Body CodeBody body) {
    Fields fields = new Fields();
    Field<TotpCode> code = fields.required("code", body.code(), TotpCode::of);
    fields.check();
    ConfirmTotp.Command command =
        new ConfirmTotp.Command(BearerAuthentication.token(who), Origins.of(request), code.value());
    return switch (confirmTotp.confirm(command)) {
      case ConfirmTotp.Confirmed(List<RecoveryCode> codes) ->
          HttpResponse.ok(RecoveryCodesBody.of(codes));
      case ConfirmTotp.AlreadyActive _ -> problems.answer(request, Problem.TOTP_ALREADY_ACTIVE);
      case ConfirmTotp.NotBegun _ ->
          problems.answer(request, Problem.NOT_FOUND, AbsentFactor.NOT_BEGUN);
      case ConfirmTotp.Unproved(ProofFailure why) -> proofs.answer(request, why, PASSWORD);
      case ConfirmTotp.Gone _ -> problems.answer(request, Problem.TOKEN_REVOKED);
    };
  }

  @Delete
  @Operation(
      operationId = "disableTotp",
      summary = "Turn the second factor off",
      description =
          "Needs the password, where the account has one, and either a code or a recovery code. The recovery codes "
              + "are dead afterwards.")
  @ApiResponse(responseCode = "204", description = "It is off")
  @Answers({
    Problem.INVALID_CREDENTIALS,
    Problem.MFA_INVALID,
    Problem.STEP_UP_REQUIRED,
    Problem.NOT_FOUND,
    Problem.TOO_MANY_ATTEMPTS,
    Problem.OVERLOADED
  })
  HttpResponse<?> disable(
      HttpRequest<?> request,
      Authentication who,
      @RequestBody(required = true) @Nullable @Body FactorBody sent) {
    FactorBody body = sent == null ? FactorBody.EMPTY : sent;
    Fields fields = new Fields();
    Field<Password> password = fields.optional(body.password(), Password::of);
    Field<FactorProof> factor = FactorFields.read(fields, body.code(), body.recoveryCode());
    fields.check();
    DisableTotp.Command command =
        new DisableTotp.Command(
            BearerAuthentication.token(who),
            Origins.of(request),
            password.orNull(),
            factor.value());
    return switch (disableTotp.disable(command)) {
      case DisableTotp.Disabled _ -> HttpResponse.noContent();
      case DisableTotp.NotActive _ ->
          problems.answer(request, Problem.NOT_FOUND, AbsentFactor.NOT_ACTIVE);
      case DisableTotp.Unproved(ProofFailure why) -> proofs.answer(request, why, PASSWORD);
      case DisableTotp.Gone _ -> problems.answer(request, Problem.TOKEN_REVOKED);
    };
  }
}
