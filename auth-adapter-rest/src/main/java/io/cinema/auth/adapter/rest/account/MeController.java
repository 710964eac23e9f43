package io.cinema.auth.adapter.rest.account;

import io.cinema.auth.adapter.rest.docs.Answers;
import io.cinema.auth.adapter.rest.http.Origins;
import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.adapter.rest.proof.ProofAnswers;
import io.cinema.auth.adapter.rest.security.BearerAuthentication;
import io.cinema.auth.application.account.Change;
import io.cinema.auth.application.account.ChangePassword;
import io.cinema.auth.application.account.ChangePersonalData;
import io.cinema.auth.application.account.ReadAccount;
import io.cinema.auth.application.proof.ProofFailure;
import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.Login;
import io.cinema.auth.domain.account.PersonName;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.credential.Password;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/** The own account. */
@Controller("/api/v1/users/me")
@Tag(name = "Accounts")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(RequestThreads.NAME)
final class MeController {
  private static final String PASSWORD = "current_password";

  private final ReadAccount readAccount;
  private final ChangePersonalData changePersonalData;
  private final ChangePassword changePassword;
  private final ProofAnswers proofs;
  private final ProblemAnswers problems;

  MeController(
      ReadAccount readAccount,
      ChangePersonalData changePersonalData,
      ChangePassword changePassword,
      ProofAnswers proofs,
      ProblemAnswers problems) {
    this.readAccount = readAccount;
    this.changePersonalData = changePersonalData;
    this.changePassword = changePassword;
    this.proofs = proofs;
    this.problems = problems;
  }

  @Get
  @Operation(
      operationId = "readMe",
      summary = "See the own account",
      description = "Personal data and what the service keeps beside it.")
  @ApiResponse(
      responseCode = "200",
      description = "The account",
      content = @Content(schema = @Schema(implementation = UserBody.class)))
  HttpResponse<?> read(HttpRequest<?> request, Authentication who) {
    Optional<User> user = readAccount.read(BearerAuthentication.token(who).user());
    return user.isPresent()
        ? HttpResponse.ok(UserBody.of(user.get()))
        : problems.answer(request, Problem.TOKEN_REVOKED);
  }

  @Patch
  @Operation(
      operationId = "changeMe",
      summary = "Change login, e-mail or name",
      description =
          "Only what is mentioned changes; null clears a name. A new login or e-mail needs current_password, or, "
              + "of an account without a password, a fresh sign-in.")
  @ApiResponse(
      responseCode = "200",
      description = "The account as it is now",
      content = @Content(schema = @Schema(implementation = UserBody.class)))
  @Answers({
    Problem.INVALID_CREDENTIALS,
    Problem.STEP_UP_REQUIRED,
    Problem.LOGIN_TAKEN,
    Problem.EMAIL_TAKEN,
    Problem.TOO_MANY_ATTEMPTS,
    Problem.OVERLOADED
  })
  HttpResponse<?> change(HttpRequest<?> request, Authentication who, @Body ChangeBody body) {
    Fields fields = new Fields();
    Field<Login> login = fields.changeable("login", body.login(), Login::of);
    Field<EmailAddress> email = fields.changeable("email", body.email(), EmailAddress::of);
    Field<Change<String>> first = fields.clearable(body.firstName(), PersonName::first);
    Field<Change<String>> last = fields.clearable(body.lastName(), PersonName::last);
    Field<Password> password =
        fields.optional(body.currentPassword(), raw -> Password.of(PASSWORD, raw));
    fields.check();
    ChangePersonalData.Command command =
        new ChangePersonalData.Command(
            BearerAuthentication.token(who),
            Origins.of(request),
            login.orNull(),
            email.orNull(),
            first.value(),
            last.value(),
            password.orNull());
    return switch (changePersonalData.change(command)) {
      case ChangePersonalData.Changed(User user) -> HttpResponse.ok(UserBody.of(user));
      case ChangePersonalData.LoginTaken _ -> problems.answer(request, Problem.LOGIN_TAKEN);
      case ChangePersonalData.EmailTaken _ -> problems.answer(request, Problem.EMAIL_TAKEN);
      case ChangePersonalData.Unproved(ProofFailure why) -> proofs.answer(request, why, PASSWORD);
      case ChangePersonalData.Gone _ -> problems.answer(request, Problem.TOKEN_REVOKED);
    };
  }

  @Put("/password")
  @Operation(
      operationId = "changePassword",
      summary = "Change the password",
      description =
          "The other sessions end, and every access token issued so far is dead, this one included: go on with this "
              + "session's refresh token. An account that has no password yet omits current_password; its sign-in must "
              + "be fresh.")
  @ApiResponse(responseCode = "204", description = "Changed")
  @Answers({
    Problem.INVALID_CREDENTIALS,
    Problem.STEP_UP_REQUIRED,
    Problem.TOO_MANY_ATTEMPTS,
    Problem.OVERLOADED
  })
  HttpResponse<?> changePassword(
      HttpRequest<?> request, Authentication who, @Body PasswordBody body) {
    Fields fields = new Fields();
    Field<Password> current =
        fields.optional(body.currentPassword(), raw -> Password.of(PASSWORD, raw));
    Field<Password> chosen =
        fields.required(
            "new_password", body.newPassword(), raw -> Password.of("new_password", raw));
    fields.check();
    ChangePassword.Command command =
        new ChangePassword.Command(
            BearerAuthentication.token(who), Origins.of(request), current.orNull(), chosen.value());
    return switch (changePassword.change(command)) {
      case ChangePassword.Changed _ -> HttpResponse.noContent();
      case ChangePassword.Unproved(ProofFailure why) -> proofs.answer(request, why, PASSWORD);
      case ChangePassword.Gone _ -> problems.answer(request, Problem.TOKEN_REVOKED);
    };
  }
}
